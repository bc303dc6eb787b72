import { listText } from '../announce/words';
import type { ChargeUse } from './ChargeUse';
import { aMonth, type Saving } from './Saving';

/** Environments that nobody needs at night. */
const REST =
  /^(dev|devel|development|test|testing|qa|uat|staging|stage|preview|sandbox|integration)$/i;
/** Machines that are billed by the hour; control planes and the like can't be switched off. */
const MACHINE = /instance|virtual machine|\bvm\b|\bnode\b/i;
const HOURS = /^h(ou)?rs?$/i;
/** Hours of a day from which on it ran all of it; of the newest days some may still be missing on the bill. */
const WHOLE_DAY = 21;
/** Of the 168 hours of a week, those from 20:00 to 8:00 and at weekends. */
const RESTING = 108 / 168;
const MOST_RESOURCES = 50;

/** Whether an environment is one that people work in by day. */
export function mayRest(environment: string | undefined): boolean {
  return environment !== undefined && REST.test(environment);
}

/**
 * Machines of development and test that ran each hour of each of the last days, at night and at weekends.
 *
 * @param days how many days the uses are of
 */
export function atNight(uses: readonly ChargeUse[], days: number): Saving[] {
  const groups = new Map<string, ChargeUse[]>();
  for (const use of uses) {
    const key = JSON.stringify([use.entityRef ?? use.rule ?? null]);
    if (runsAlways(use, days)) {
      groups.set(key, [...(groups.get(key) ?? []), use]);
    }
  }
  return [...groups].map(([key, group]) => savingOf(key, group, days));
}

function runsAlways(use: ChargeUse, days: number): boolean {
  return (
    mayRest(use.environment) &&
    HOURS.test(use.unit ?? '') &&
    MACHINE.test(use.description) &&
    use.days >= days &&
    (use.leastQuantity ?? 0) >= WHOLE_DAY
  );
}

function savingOf(
  key: string,
  group: readonly ChargeUse[],
  days: number,
): Saving {
  const cost = group.reduce((sum, use) => sum + use.cost, 0);
  const environments = [...new Set(group.map(it => it.environment!))].sort();
  const resources = [
    ...new Set(group.map(it => it.resource ?? it.description)),
  ].sort();
  const [{ entityRef }] = group;
  const count = resources.length;
  return {
    kind: 'idle',
    key: `night ${key}`,
    ...(entityRef && { entityRef }),
    title: `${listText(environments)} run at night`,
    detail: `${count === 1 ? 'One machine' : `${count} machines`} of ${listText(
      environments,
    )} ran each hour of the last ${days} days. Switched off from 20:00 to 8:00 and at weekends they cost 64\u00a0% less; scale them to zero by a schedule.`,
    monthly: aMonth(cost, days) * RESTING,
    resources: resources.slice(0, MOST_RESOURCES),
  };
}
