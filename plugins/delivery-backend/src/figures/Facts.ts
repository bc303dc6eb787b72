import type { Change, Deployment, Period } from '../store/types';
import { judge, type Judged } from './judge';
import type { Moment } from './measureOf';
import { outagesOf, type Outage } from './outagesOf';

/** A change on its way to production. */
export interface LeadTime extends Moment {
  change: Change;
  deployment: Deployment;
  seconds: number;
}

/** What figures are computed from; of one component or of many. */
export interface Facts {
  judged: (Judged & Moment)[];
  leadTimes: LeadTime[];
  outages: Outage[];
}

/** @param lists of the collected, oldest first */
export function factsByEntity(
  lists: { deployments: Deployment[]; changes: Change[]; periods: Period[] },
  now: number,
): Map<string, Facts> {
  const deployments = groupBy(lists.deployments);
  const changes = groupBy(lists.changes);
  const periods = groupBy(lists.periods);
  const refs = new Set([...deployments.keys(), ...periods.keys()]);
  return new Map(
    [...refs].map(ref => {
      const own = deployments.get(ref) ?? [];
      const times = periods.get(ref) ?? [];
      return [
        ref,
        {
          judged: judge(own, times, now).map(one => ({
            ...one,
            at: Date.parse(one.deployment.deployedAt),
          })),
          leadTimes: leadTimesOf(own, changes.get(ref) ?? []),
          outages: outagesOf(times),
        },
      ];
    }),
  );
}

/** All of some components' together. */
export function together(facts: Facts[]): Facts {
  return {
    judged: facts.flatMap(({ judged }) => judged),
    leadTimes: facts.flatMap(({ leadTimes }) => leadTimes),
    outages: facts.flatMap(({ outages }) => outages),
  };
}

/** Without what is dated after its own deployment: clocks that are wrong. */
function leadTimesOf(deployments: Deployment[], changes: Change[]): LeadTime[] {
  const byId = new Map(deployments.map(one => [one.id, one]));
  return changes.flatMap(change => {
    const deployment = byId.get(change.deploymentId);
    if (!deployment) return [];
    const at = Date.parse(deployment.deployedAt);
    const seconds = (at - Date.parse(change.committedAt)) / 1000;
    return seconds < 0 ? [] : [{ change, deployment, at, seconds }];
  });
}

function groupBy<T extends { entityRef: string }>(items: T[]) {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.entityRef);
    if (group) group.push(item);
    else groups.set(item.entityRef, [item]);
  }
  return groups;
}
