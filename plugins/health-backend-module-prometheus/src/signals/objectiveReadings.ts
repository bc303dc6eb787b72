import type { Objective } from '@portico/plugin-health-common';
import { WINDOW_SECONDS, type Window } from '../query/windows';
import type { SignalContext } from './SignalContext';

/** Requests of a window, and those that miss an objective, per second. */
export interface Missed {
  requests: number;
  bad: number;
}

/** Undefined where it was not asked, not answered, or can't be told from the buckets. */
export function missed(
  context: SignalContext,
  objective: Objective,
  window: Window,
): Missed | undefined {
  const { read } = context;
  const requests = read(`requests.${window}`);
  if (requests === undefined) return undefined;
  if (objective.kind === 'availability') {
    // No series of errors: there were none.
    const errors = read(`errors.${window}`) ?? 0;
    return { requests, bad: clamp(errors, requests) };
  }
  const within = withinOf(context, objective.seconds, window);
  if (within === undefined) return undefined;
  return { requests, bad: clamp(requests - within, requests) };
}

/** Share of bad requests that an objective allows, e.g. 0.001. */
export function allowanceOf(objective: Objective): number {
  const { kind } = objective;
  const good = kind === 'availability' ? objective.target : objective.quantile;
  // 1 − 0.999 is 0.0010000000000000009 otherwise.
  return Number((1 - good).toPrecision(12));
}

/** How fast the error budget burns: 1 uses it up in 28 days; undefined where there were no requests. */
export function burnOf(
  context: SignalContext,
  objective: Objective,
  window: Window,
): number | undefined {
  const found = missed(context, objective, window);
  if (!found || found.requests === 0) return undefined;
  return found.bad / found.requests / allowanceOf(objective);
}

/** How many bad requests there were. */
export function badCount({ bad }: Missed, window: Window): number {
  return bad * WINDOW_SECONDS[window];
}

/** Requests per second that took at most so long; between two boundaries, in proportion. */
function withinOf(
  { read, bracketOf }: SignalContext,
  seconds: number,
  window: Window,
): number | undefined {
  const bracket = bracketOf(seconds);
  if (!bracket) return undefined;
  const at = (le: string) => read(`within:${le}.${window}`);
  if (bracket.exact !== undefined) return at(bracket.exact);
  const { below, above } = bracket;
  const low = below ? at(below.le) : 0;
  // Between the last boundary and infinity nothing can be told: all of it counts as slow.
  if (!above || low === undefined) return low;
  const high = at(above.le);
  if (high === undefined) return undefined;
  const from = below?.seconds ?? 0;
  const share = (seconds - from) / (above.seconds - from);
  return low + (high - low) * share;
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
