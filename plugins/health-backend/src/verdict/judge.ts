import type {
  Deploy,
  Figures,
  HealthSignal,
  HealthState,
  SourceStanding,
} from '@portico/plugin-health-common';
import { mayDecide, stateOf } from './deciding';
import { figuresOf, leadingOf, type RecentName } from './figures';
import { headlineOf, remarkOf, startedAfterDeploy } from './headline';
import { reasonsOf } from './ranking';

const CONFIRMED_AFTER_MS = 60_000;

/** What signals say of an entity at one moment. */
export interface Judgement {
  state: HealthState;
  /** ISO 8601. */
  since: string;
  headline: string;
  remark?: string;
  figures: Figures;
  leading?: RecentName;
  startedAfter?: Deploy & { seconds: number };
}

/** What was thought before. */
export interface Before {
  /** As shown last. */
  shown?: { state: HealthState; since: string };
  /** As history knows it. */
  counted?: { state: HealthState; since: string };
}

export function judge(options: {
  signals: HealthSignal[];
  standings: SourceStanding[];
  environment: string;
  lastDeploy?: Deploy;
  before: Before;
  now: Date;
}): Judgement {
  const { signals, standings, environment, lastDeploy, before, now } = options;
  const state = stateOf(signals, environment);
  const since = sinceOf({ state, signals, environment, before, now });
  const reasons = reasonsOf(signals, environment);
  const bad = state === 'failing' || state === 'degraded';
  const startedAfter = bad ? startedAfterDeploy(since, lastDeploy) : undefined;
  return {
    state,
    since,
    headline: headlineOf(state, signals, { reasons, standings }),
    remark: remarkOf(reasons, startedAfter),
    figures: figuresOf(signals, environment),
    leading: leadingOf(reasons),
    startedAfter,
  };
}

/** Goes on where the state does, also over a change that was too short to count. */
function sinceOf(options: {
  state: HealthState;
  signals: HealthSignal[];
  environment: string;
  before: Before;
  now: Date;
}): string {
  const { state, signals, environment, before, now } = options;
  const { shown, counted } = before;
  if (counted?.state === state) return counted.since;
  if (shown?.state === state) return shown.since;
  const began = signals
    .filter(it => mayDecide(it, environment) && it.state === state)
    .map(it => it.stale?.lastSeenAt ?? it.since)
    .filter(since => since !== undefined)
    .map(since => Date.parse(since))
    .filter(time => time <= now.getTime());
  const first =
    state === 'healthy' || !began.length ? now.getTime() : Math.min(...began);
  const earliest = counted ? Date.parse(counted.since) : 0;
  return new Date(Math.max(first, earliest)).toISOString();
}

/**
 * Whether a change of state counts in history and for notifications: those who say it have said it twice,
 * or since a minute by their own account.
 */
export function isConfirmed(
  state: HealthState,
  signals: (HealthSignal & { seen?: number; since?: string })[],
  environment: string,
  now: Date,
): boolean {
  if (state === 'unknown') return true;
  const saying = signals.filter(
    it => mayDecide(it, environment) && it.state === state,
  );
  const sure = ({ seen, since }: (typeof saying)[number]) =>
    (seen ?? 2) >= 2 ||
    (since !== undefined &&
      now.getTime() - Date.parse(since) >= CONFIRMED_AFTER_MS);
  return state === 'healthy' ? saying.every(sure) : saying.some(sure);
}
