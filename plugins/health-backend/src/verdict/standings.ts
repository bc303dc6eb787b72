import type { SourceStanding } from '@portico/plugin-health-common';
import type { HealthGap } from '@portico/plugin-health-node';
import type { ProviderRun } from '../store/types';

/** Intervals for which the last word of a silent source holds. */
export const STALE_INTERVALS = 3;
/** A collection that is later than that many intervals is missing. */
const LATE_INTERVALS = 2;

/** Whether the provider's last collection is missing or failed. */
export function isSilent(run: ProviderRun | undefined, now: Date): boolean {
  if (!run?.answeredAt) return true;
  return (
    run.failures > 0 ||
    age(run.answeredAt, now) > LATE_INTERVALS * run.intervalSeconds
  );
}

/** Whether the last word, of `lastSeenAt`, says nothing about now any more. */
export function isOver(
  lastSeenAt: string | undefined,
  run: Pick<ProviderRun, 'intervalSeconds'>,
  now: Date,
): boolean {
  return (
    lastSeenAt === undefined ||
    age(lastSeenAt, now) > STALE_INTERVALS * run.intervalSeconds
  );
}

/** How a provider's instances stand, for one entity or, without `entityRef`, for all. */
export function standingsOf(
  run: ProviderRun,
  now: Date,
  entityRef?: string,
): SourceStanding[] {
  const instances = Object.keys(run.instances);
  const names = instances.length ? instances : [undefined];
  return names.map(instance => standingOf(run, instance, now, entityRef));
}

function standingOf(
  run: ProviderRun,
  instance: string | undefined,
  now: Date,
  entityRef?: string,
): SourceStanding {
  const answeredAt =
    instance === undefined ? run.answeredAt : run.instances[instance];
  const base = {
    provider: run.provider,
    title: run.title,
    ...(instance !== undefined && { instance }),
    ...(answeredAt && { answeredAt }),
    path: `/sources#${run.provider}`,
  };
  const quiet = () =>
    isOver(answeredAt, run, now) ? ('silent' as const) : ('stale' as const);
  if (isSilent(run, now)) {
    return { ...base, state: quiet(), message: run.message };
  }
  const gaps = run.gaps.filter(
    gap =>
      (!gap.instance || gap.instance === instance) &&
      (!gap.entityRefs || !entityRef || gap.entityRefs.includes(entityRef)),
  );
  const whole = gaps.find(gap => isWhole(gap));
  if (whole) return { ...base, state: quiet(), message: whole.message };
  if (gaps.length)
    return { ...base, state: 'partly', message: gaps[0].message };
  return { ...base, state: 'answered' };
}

/** Whether an instance said nothing at all. */
export function isWhole(gap: HealthGap): boolean {
  return gap.instance !== undefined && gap.entityRefs === undefined;
}

function age(at: string, now: Date): number {
  return (now.getTime() - Date.parse(at)) / 1000;
}
