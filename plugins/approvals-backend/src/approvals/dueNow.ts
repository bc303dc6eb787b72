import type { StoredApproval } from '../store/StoredApproval';
import { stateAt } from './stateAt';

/** What time asks for. */
export type Due = 'expire' | 'escalate' | 'remind';

/** When, in percent of the time from the request to its expiry. */
export interface Pace {
  remindAtPercent: number;
  /** Absent: never. */
  escalateAtPercent?: number;
}

/** The one thing that is due for an approval now. After a long sleep the later one stands for both. */
export function dueNow(
  approval: StoredApproval,
  pace: Pace,
  now: Date,
): Due | undefined {
  if (stateAt(approval, now) === 'expired') return 'expire';
  if (approval.state !== 'waiting') return undefined;
  const { requestedAt, expiresAt, remindedAt, escalatedAt } = approval;
  const total = expiresAt.getTime() - requestedAt.getTime();
  const percent = (100 * (now.getTime() - requestedAt.getTime())) / total;
  if (
    pace.escalateAtPercent !== undefined &&
    percent >= pace.escalateAtPercent &&
    !escalatedAt
  ) {
    return 'escalate';
  }
  return percent >= pace.remindAtPercent && !remindedAt && !escalatedAt
    ? 'remind'
    : undefined;
}
