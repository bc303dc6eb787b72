import type { SourceStanding } from '@portico/plugin-health-common';
import type { HealthGap } from '@portico/plugin-health-node';
import type { ProviderRun } from '../store/types';

/** Intervals for which the last word of a silent source holds. */
export const STALE_INTERVALS = 3;
/** A collection that is later than that many intervals is missing. */
const LATE_INTERVALS = 2;
/** Share of the entities of which a source may know too little and still count as answering. */
const FEW = 0.05;

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

/** How a provider's instances stand; `concerns` says which gaps count. */
export function standingsOf(
  run: ProviderRun,
  now: Date,
  concerns: (gap: HealthGap) => boolean,
): SourceStanding[] {
  const instances = Object.keys(run.instances);
  const names = instances.length ? instances : [undefined];
  return names.map(instance => standingOf(run, instance, now, concerns));
}

/** Gaps that leave something unknown of an entity. */
export function gapsOf(entityRef: string) {
  return ({ entityRefs }: HealthGap) =>
    !entityRefs || entityRefs.includes(entityRef);
}

/** Gaps that leave something unknown of more than a few of these entities. */
export function gapsOfMany(entityRefs: ReadonlySet<string>) {
  return (gap: HealthGap) =>
    !gap.entityRefs ||
    gap.entityRefs.filter(ref => entityRefs.has(ref)).length >
      entityRefs.size * FEW;
}

function standingOf(
  run: ProviderRun,
  instance: string | undefined,
  now: Date,
  concerns: (gap: HealthGap) => boolean,
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
    gap => (!gap.instance || gap.instance === instance) && concerns(gap),
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
