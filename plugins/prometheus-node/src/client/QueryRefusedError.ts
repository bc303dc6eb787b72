import { CustomErrorBase } from '@backstage/errors';

/**
 * Prometheus does not answer this query: it is too large, takes too long, or is none.
 * A part of it may be answered.
 */
export class QueryRefusedError extends CustomErrorBase {
  name = 'QueryRefusedError';
  /** That it is a matter of size, which stays so for a while. */
  readonly isTooMuch: boolean;

  constructor(message: string, isTooMuch: boolean) {
    super(message);
    this.isTooMuch = isTooMuch;
  }
}
