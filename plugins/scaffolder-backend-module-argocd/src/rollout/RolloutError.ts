import { CustomErrorBase } from '@backstage/errors';

/** An application did not become Synced and Healthy; the message names the resource and its reason. */
export class RolloutError extends CustomErrorBase {
  name = 'RolloutError' as const;
}
