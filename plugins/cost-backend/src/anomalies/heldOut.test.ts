import type { AnomalyView } from '@portico/plugin-cost-common';
import {
  dayAfter,
  forecastMonth,
  monthEnd,
  withoutGaps,
  type DailyCost,
} from '@portico/plugin-cost-node';
import {
  Bill,
  createWorld,
  eventsOf,
  type BillEvent,
  type Charge,
} from '@portico/sandbox';
import type { Entry } from '../findings/__testUtils__/Books';
import {
  component,
  createTestDatabases,
  startFindings,
} from '../findings/__testUtils__/startFindings';
import { daysFrom } from '../store/days';

const world = createWorld();
const bill = new Bill(world);
const LATER = '2027-06-01';
/** Limits were chosen on made-up series, and never on these. */
const MONTHS = ['2026-08', '2026-09'];
const databases = createTestDatabases();
// It reads five months of bills.
jest.setTimeout(600_000);

const names = new Set(world.components.map(({ name }) => name));
const refOf = (name: string) => `component:default/${name}`;

/** What a collection would make of a charge: by its service tag, else shared or nobody's. */
function entryOf(charge: Charge): Entry {
  const { tags } = charge;
  const users = world.components.filter(one => one.uses.includes(tags.service));
  const owner = names.has(tags.service)
    ? tags.service
    : users.length === 1 && users[0].name;
  const entry = {
    day: charge.day,
    cost: charge.effectiveCost / 1e6,
    provider: charge.providerName,
    account: charge.accountName,
    service: charge.serviceName,
    category: charge.serviceCategory,
    resource: charge.resourceName ?? charge.resourceId?.split('/').at(-1),
    description: charge.description,
    tags,
    unit: charge.unit,
    quantity: charge.quantity,
  };
  if (owner) return { ...entry, entity: refOf(owner) };
  if ('eks:cluster-name' in tags) {
    return { ...entry, entity: refOf(world.components[0].name), rule: 'EKS' };
  }
  return tags.service
    ? { ...entry, cause: 'unknown-name', found: `service=${tags.service}` }
    : { ...entry, cause: 'no-tag' };
}

/** Each component's days. */
function dailyCosts(charges: readonly Charge[]): Map<string, DailyCost[]> {
  const series = new Map<string, Map<string, number>>();
  for (const charge of charges) {
    const { day, cost, entity = 'nobody' } = entryOf(charge);
    const costs = series.get(entity) ?? new Map<string, number>();
    series.set(entity, costs);
    costs.set(day, (costs.get(day) ?? 0) + cost);
  }
  return new Map(
    [...series].map(([key, costs]) => [
      key,
      withoutGaps([...costs].map(([day, cost]) => ({ day, cost }))),
    ]),
  );
}

const isUsage = ({ chargeCategory }: Charge) => chargeCategory === 'Usage';
const chargesOf = (from: string, to: string) =>
  daysFrom(from, to).flatMap(day => bill.day(day, LATER));

/** Whether it says when, whose, and what it was. */
function explains(
  { since, entityRef, title, because }: AnomalyView,
  { from, charge }: BillEvent,
): boolean {
  const { service } = charge.tags;
  const whose = service
    ? entityRef === refOf(service)
    : title === `No owner, account ${charge.accountName}`;
  const resource = charge.resourceName ?? charge.resourceId?.split('/').at(-1);
  // What is called like the service itself is told by its usage.
  const what =
    resource === service || !resource
      ? charge.description.split(' per ')[1]
      : resource;
  return since === from && whose && because.includes(what);
}

it('finds all that runs away in the sandbox, on its first day, and says what it was', async () => {
  const { books, look, reader } = await startFindings(databases, 'SQLITE_3', {
    entities: world.components.map(({ name, owner }) =>
      component(name, { owner: `group:default/${owner}` }),
    ),
  });
  let from = dayAfter(`${MONTHS[0]}-01`, -75);
  for (const month of MONTHS) {
    const to = monthEnd(`${month}-01`);
    await books.write(chargesOf(from, to).filter(isUsage).map(entryOf));
    from = dayAfter(to);
    await look(from);
    const found = (await reader.anomalies('all')).filter(({ since }) =>
      since.startsWith(month),
    );
    const events = eventsOf(world, month);
    const missed = events.filter(
      event => !found.some(anomaly => explains(anomaly, event)),
    );
    const wrong = found.filter(
      anomaly => !events.some(event => explains(anomaly, event)),
    );
    expect({ month, missed, wrong }).toEqual({ month, missed: [], wrong: [] });
  }
});

it('foretells months better than the month before does', () => {
  const begin = dayAfter(`${MONTHS[0]}-01`, -100);
  const end = monthEnd(`${MONTHS.at(-1)}-01`);
  const sum = (days: DailyCost[], month: string) =>
    days
      .filter(({ day }) => day.startsWith(month))
      .reduce((all, { cost }) => all + cost, 0);
  let own = 0;
  let plain = 0;
  let inside = 0;
  let count = 0;
  for (const [, days] of dailyCosts(chargesOf(begin, end))) {
    for (const month of MONTHS) {
      const truth = sum(days, month);
      const before = sum(days, dayAfter(`${month}-01`, -1).slice(0, 7));
      const forecast = forecastMonth(
        days.filter(({ day }) => day <= `${month}-10`).slice(-100),
      );
      if (truth < 1 || !forecast) continue;
      const { expected, low, high } = forecast;
      own += Math.abs(expected - truth) / truth;
      plain += Math.abs(before - truth) / truth;
      inside += low <= truth && truth <= high ? 1 : 0;
      count += 1;
    }
  }
  // On the tenth of the month: about 2 % off, where the month before is about 10 % off.
  expect(own / count).toBeLessThan(0.04);
  expect(own).toBeLessThan(plain / 3);
  expect(inside / count).toBeGreaterThan(0.65);
});
