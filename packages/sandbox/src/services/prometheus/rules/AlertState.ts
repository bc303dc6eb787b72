import type { Labels } from '../series/SeriesSource';

/** One alert of one rule. Kept in the store while it is pending or firing, and for some minutes after it was resolved. */
export interface AlertState {
  /** Which rule it is of: group and name. */
  rule: string;
  labels: Labels;
  annotations: Labels;
  state: 'pending' | 'firing' | 'inactive';
  value: number;
  /** Milliseconds since 1970, like all moments here. */
  activeAt: number;
  /** How many evaluations in a row have found it. */
  evaluations: number;
  firedAt?: number;
  resolvedAt?: number;
  lastSentAt?: number;
  /** Until when Alertmanager may take it for firing without hearing of it again. */
  validUntil?: number;
}

/** Rules are evaluated so often. */
export const EVALUATION_INTERVAL_MS = 15_000;
/** A firing alert is sent again so often. */
const RESEND_MS = 60_000;
/** A resolved alert is kept and sent so long. */
const KEEP_RESOLVED_MS = 15 * 60_000;

/**
 * What an alert is after an evaluation that has found it.
 *
 * @param found.begin since when it has held, where that is known to be before now
 */
export function found(
  before: AlertState | undefined,
  now: number,
  {
    holdMs,
    begin = now,
    fresh,
  }: {
    holdMs: number;
    begin?: number;
    fresh: Pick<AlertState, 'rule' | 'labels' | 'annotations' | 'value'>;
  },
): AlertState {
  const goesOn = before !== undefined && before.state !== 'inactive';
  const state: AlertState = goesOn
    ? { ...before, ...fresh, evaluations: before.evaluations + 1 }
    : { ...fresh, state: 'pending', activeAt: begin, evaluations: 1 };
  if (state.state === 'firing') return state;
  // Counted too, so that a clock that hurries evaluations hurries alerts.
  const held = Math.max(
    now - state.activeAt,
    (state.evaluations - 1) * EVALUATION_INTERVAL_MS,
  );
  if (held < holdMs) return state;
  const firedAt = Math.min(now, state.activeAt + holdMs);
  return { ...state, state: 'firing', firedAt: begin < now ? firedAt : now };
}

/** What an alert is after an evaluation that has not found it; undefined if it is to be forgotten. */
export function notFound(
  before: AlertState,
  now: number,
): AlertState | undefined {
  if (before.state === 'pending') return undefined;
  if (before.resolvedAt === undefined) {
    return { ...before, state: 'inactive', resolvedAt: now };
  }
  return now - before.resolvedAt > KEEP_RESOLVED_MS ? undefined : before;
}

/** The alert as it is sent now; undefined if Alertmanager need not hear of it. */
export function toSend(alert: AlertState, now: number): AlertState | undefined {
  const { state, resolvedAt, lastSentAt } = alert;
  if (state === 'pending') return undefined;
  const due =
    lastSentAt === undefined ||
    (resolvedAt !== undefined && resolvedAt > lastSentAt) ||
    now - lastSentAt > RESEND_MS;
  if (!due) return undefined;
  return { ...alert, lastSentAt: now, validUntil: now + 4 * RESEND_MS };
}
