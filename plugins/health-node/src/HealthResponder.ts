import type {
  HealthVerdict,
  ResponseOffer,
  ResponseRequest,
  ResponseResult,
} from '@portico/plugin-health-common';
import type { HealthSubject } from './HealthProvider';

/** An offer before anybody's rights were looked at. */
export type UncheckedOffer = Omit<ResponseOffer, 'allowed' | 'reason'>;

/** A way out of an incident: acknowledges, silences, pages. The health backend checks the right and writes the audit event. */
export interface HealthResponder {
  /** e.g. `alertmanager`; offers' ids begin with it and a colon. */
  readonly id: string;
  /** What can be done about this verdict now, from its signals alone; asks nobody. */
  offers(subject: HealthSubject, verdict: HealthVerdict): UncheckedOffer[];
  /**
   * Does it. `offer` is one of those above, made anew from the present verdict.
   *
   * @param options.actor for the other system's own records, e.g. `user:default/lena.fischer`, with e-mail where known
   */
  respond(
    subject: HealthSubject,
    offer: UncheckedOffer,
    request: ResponseRequest,
    options: {
      actor: { userRef: string; name: string; email?: string };
      verdict: HealthVerdict;
      signal: AbortSignal;
    },
  ): Promise<ResponseResult>;
}
