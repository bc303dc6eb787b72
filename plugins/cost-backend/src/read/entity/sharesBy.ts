import type { CostDimension, Nanos } from '@portico/plugin-cost-common';
import {
  isOfEntities,
  isOfGroups,
  lineDimension,
  NONE,
  valueOf,
  valueOfEntity,
  valueOfGroup,
  type EntityDimension,
  type GroupDimension,
  type Value,
} from '../dimensions';
import type { Look } from '../Look';
import type { Share } from '../pure/sharesOf';
import { dailyGroups } from '../sql/groups';
import { dailyLines, resourceFacts, type Whose } from '../sql/lines';
import { addTo, getOr } from '../sql/tables';
import { dailyKinds } from '../sql/totals';
import type { Target } from './Target';

/** Whose lines a target's are. */
export function whoseOf({ subjects, via }: Target): Whose {
  return via === undefined
    ? { subjects }
    : { resource: via, subject: subjects[0] };
}

/** What a target costs, split by a dimension, on each day of the month and of the one before. */
export async function sharesBy(
  look: Look,
  target: Target,
  by: CostDimension,
): Promise<Share[]> {
  if (isOfEntities(by)) return byEntities(look, target, by);
  if (isOfGroups(by) && target.via === undefined) {
    return byGroups(look, target, by);
  }
  return byLines(look, target, by);
}

/** Collects amounts of values, what is shared apart. */
class Shares {
  readonly #found = new Map<
    string,
    Value & {
      own: Map<string, Nanos>;
      shared: Map<string, Nanos>;
      rules?: string[];
    }
  >();

  add(value: Value, kind: string, day: string, amount: Nanos, rule?: string) {
    const share = getOr(this.#found, value.id, () => ({
      ...value,
      own: new Map(),
      shared: new Map(),
      ...(rule && { rules: [rule] }),
    }));
    addTo(kind === 'shared' ? share.shared : share.own, day, amount);
  }

  all(): Share[] {
    return [...this.#found.values()];
  }
}

async function byGroups(
  { db, dictionary, metric, twoMonths }: Look,
  { subjects }: Target,
  by: GroupDimension,
): Promise<Share[]> {
  const shares = new Shares();
  const amounts = await dailyGroups(db, { ...twoMonths, metric, subjects });
  for (const { group: id, at, amount } of amounts) {
    const group = dictionary.groups.get(id);
    if (!group || group.kind === 'estimated') continue;
    shares.add(valueOfGroup(by, group), group.kind, at, amount);
  }
  return shares.all();
}

async function byEntities(
  { catalog, db, dictionary, metric, twoMonths }: Look,
  { covers, entityRef, via }: Target,
  by: EntityDimension,
): Promise<Share[]> {
  const values: Value[] = [];
  const places = new Map<string, number>();
  const pairs = covers.flatMap(ref => {
    const subject = dictionary.subjects.get(ref);
    if (subject === undefined) return [];
    const value = valueOfEntity(by, catalog, ref);
    const place = getOr(places, value.id, () => values.push(value) - 1);
    return [[subject, place] as const];
  });
  const shares = new Shares();
  const kinds = await dailyKinds(db, { ...twoMonths, metric, pairs });
  for (const kind of ['own', 'shared'] as const) {
    for (const [place, daily] of kinds[kind]) {
      for (const [day, amount] of daily) {
        shares.add(values[place], kind, day, amount);
      }
    }
  }
  if (via === undefined) return shares.all();
  const lines = await dailyLines(db, 'subject', {
    ...twoMonths,
    metric,
    whose: { resource: via },
  });
  const value = valueOfEntity(by, catalog, entityRef);
  for (const { day, amount } of lines) shares.add(value, 'own', day, amount);
  return shares.all();
}

async function byLines(
  look: Look,
  target: Target,
  by: Exclude<CostDimension, EntityDimension>,
): Promise<Share[]> {
  const { db, environmentTag, metric, twoMonths } = look;
  const whose = whoseOf(target);
  const wanted = { ...twoMonths, metric, whose };
  const lines = await dailyLines(db, lineDimension(look, by), wanted);
  const facts =
    by === 'resource'
      ? await resourceFacts(db, { ...wanted, environmentTag })
      : undefined;
  const shares = new Shares();
  for (const { value, kind, day, amount } of lines) {
    const fact = facts?.get(value ?? NONE);
    shares.add(fact ?? valueOf(by, value), kind, day, amount, fact?.rule);
  }
  return shares.all();
}
