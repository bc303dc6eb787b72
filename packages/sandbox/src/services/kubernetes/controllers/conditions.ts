import type { Condition } from '../objects/types';

/** The list with this condition set; its transition time moves only where its status changed. */
export function withCondition(
  conditions: Condition[] | undefined,
  condition: Omit<Condition, 'lastTransitionTime'>,
  now: string,
  options: { updateTime?: boolean } = {},
): Condition[] {
  const list = conditions ?? [];
  const known = list.find(candidate => candidate.type === condition.type);
  const same =
    known?.status === condition.status && known.reason === condition.reason;
  const next: Condition = {
    ...condition,
    ...(options.updateTime
      ? {
          lastUpdateTime:
            same && known.message === condition.message
              ? known.lastUpdateTime
              : now,
        }
      : {}),
    lastTransitionTime:
      known?.status === condition.status ? known.lastTransitionTime : now,
  };
  return known
    ? list.map(candidate => (candidate === known ? next : candidate))
    : [...list, next];
}

export function conditionOf(
  conditions: Condition[] | undefined,
  type: string,
): Condition | undefined {
  return conditions?.find(condition => condition.type === type);
}
