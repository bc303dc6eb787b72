import { CustomErrorBase } from '@backstage/errors';

/** An answer has more bytes than the request allows. The rest of it was not read. */
export class AnswerTooLargeError extends CustomErrorBase {
  name = 'AnswerTooLargeError' as const;
}
