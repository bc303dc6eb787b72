import type { CostDimension, Nanos } from '@portico/plugin-cost-common';
import {
  isOfEntities,
  isOfGroups,
  lineDimension,
  valueOf,
  valueOfEntity,
  valueOfGroup,
  type EntityDimension,
  type GroupDimension,
  type Value,
} from '../dimensions';
import type { Look } from '../Look';
import { UNATTRIBUTED } from '../pure/chartOf';
import { dailyGroups, monthlyGroups } from '../sql/groups';
import { dailyLines, type LineFilter, type Whose } from '../sql/lines';
import { addTo, getOr } from '../sql/tables';
import { dailyTotals, monthlyTotals } from '../sql/totals';

/** A value of a dimension with what it costs, day by day and month by month. */
export interface ValuePart extends Value {
  daily: Map<string, Nanos>;
  months: Map<string, Nanos>;
  /** The first month that was asked for, `YYYY-MM`, where that is not the first of all. */
  since?: string;
  /** References of the entities that it is of, where it is of entities. */
  refs?: string[];
  /** Marks a part of something shared, with its rule. */
  note?: string;
  /** How many beside them belong to it, and are not the reader's to see. */
  hidden?: number;
}

/** What is looked at: everything, or what was opened of it. */
export interface Within {
  /** References that are left; all that may be seen if absent. */
  refs?: readonly string[];
  /** Values of groups of charges that are left, in order. */
  values: readonly {
    by: Exclude<CostDimension, EntityDimension>;
    id: string | null;
  }[];
}

export const EVERYTHING: Within = { values: [] };

/** References of entities with costs that the reader may see, and of those of them that were opened. */
export function visibleRefs(
  { dictionary, seen }: Look,
  within: Within,
): string[] {
  const left = within.refs && new Set(within.refs);
  return [...dictionary.subjects.keys()].filter(
    ref => seen.may(ref) && (!left || left.has(ref)),
  );
}

/**
 * What may be seen, split by a dimension. By entities, what is nobody's is a part of its own; by groups of charges it
 * is among them.
 *
 * @param months whether 13 months are wanted, too
 */
export async function partsBy(
  look: Look,
  by: CostDimension,
  within: Within,
  months: boolean,
): Promise<ValuePart[]> {
  if (isOfEntities(by)) return byEntities(look, by, within, months);
  const rolledUp =
    isOfGroups(by) && within.values.every(value => isOfGroups(value.by));
  return rolledUp
    ? byGroups(look, by, within, months)
    : byLines(look, by, within);
}

async function byEntities(
  look: Look,
  by: EntityDimension,
  within: Within,
  wantsMonths: boolean,
): Promise<ValuePart[]> {
  const { catalog, db, dictionary, frame, metric, reach, seen } = look;
  const parts: (ValuePart & { refs: string[] })[] = [];
  const places = new Map<string, number>();
  const placeOf = (value: Value) =>
    getOr(
      places,
      value.id,
      () =>
        parts.push({
          ...value,
          daily: new Map(),
          months: new Map(),
          refs: [],
          hidden: 0,
        }) - 1,
    );
  const left = within.refs && new Set(within.refs);
  const pairs: [number, number][] = [];
  const unseen: string[] = [];
  for (const [ref, subject] of dictionary.subjects) {
    if (left && !left.has(ref)) continue;
    const value = valueOfEntity(by, catalog, ref);
    if (!seen.may(ref)) {
      unseen.push(value.id);
      continue;
    }
    const place = placeOf(value);
    parts[place].refs.push(ref);
    pairs.push([subject, place]);
  }
  for (const id of unseen) {
    const place = places.get(id);
    if (place !== undefined) parts[place].hidden! += 1;
  }
  if (seen.all && !left) {
    const place = placeOf({ id: UNATTRIBUTED, title: 'Unattributed' });
    pairs.push([0, place]);
  }
  const { estimated } = dictionary;
  const [daily, months] = await Promise.all([
    dailyTotals(db, { ...reach, metric, pairs, estimated }),
    wantsMonths
      ? monthlyTotals(db, { months: frame.months, metric, pairs, estimated })
      : undefined,
  ]);
  return parts.map((part, place) => ({
    ...part,
    daily: daily.get(place) ?? part.daily,
    months: months?.get(place) ?? part.months,
  }));
}

async function byGroups(
  look: Look,
  by: GroupDimension,
  within: Within,
  wantsMonths: boolean,
): Promise<ValuePart[]> {
  const { db, dictionary, frame, metric, reach } = look;
  const subjects = subjectsOf(look, within);
  const from = `${frame.months[0]}-01`;
  const [daily, monthly] = await Promise.all([
    dailyGroups(db, { ...reach, metric, subjects }),
    wantsMonths
      ? monthlyGroups(db, { from, to: reach.to, metric, subjects })
      : [],
  ]);
  const parts = new Map<string, ValuePart>();
  const add = (kind: 'daily' | 'months', amounts: typeof daily) => {
    for (const { group: id, at, amount } of amounts) {
      const group = dictionary.groups.get(id);
      if (!group || group.kind === 'estimated') continue;
      const fits = within.values.every(
        value => columnOf(group, value.by as GroupDimension) === value.id,
      );
      if (!fits) continue;
      const value = valueOfGroup(by, group);
      const part = getOr(parts, value.id, () => emptyPart(value));
      addTo(part[kind], at, amount);
    }
  };
  add('daily', daily);
  add('months', monthly);
  return [...parts.values()];
}

async function byLines(
  look: Look,
  by: Exclude<CostDimension, EntityDimension>,
  within: Within,
): Promise<ValuePart[]> {
  const { db, frame, metric, twoMonths } = look;
  const since = frame.before.month;
  const subjects = subjectsOf(look, within);
  const whose: Whose = subjects === 'all' ? 'all' : { subjects };
  const filters = within.values.map(
    ({ by: dimension, id: value }): LineFilter => ({
      dimension: lineDimension(look, dimension),
      value,
    }),
  );
  const lines = await dailyLines(db, lineDimension(look, by), {
    ...twoMonths,
    metric,
    whose,
    filters,
  });
  const parts = new Map<string, ValuePart>();
  for (const { value: id, day, amount } of lines) {
    const value = valueOf(by, id);
    const part = getOr(parts, value.id, () => ({
      ...emptyPart(value),
      since,
    }));
    addTo(part.daily, day, amount);
    addTo(part.months, day.slice(0, 7), amount);
  }
  return [...parts.values()];
}

/** Numbers of those whose costs are looked at; `all` with what is nobody's. */
function subjectsOf(look: Look, within: Within): number[] | 'all' {
  if (look.seen.all && !within.refs) return 'all';
  return visibleRefs(look, within).flatMap(
    ref => look.dictionary.subjects.get(ref) ?? [],
  );
}

function columnOf(
  group: { account_id: string | null } & Record<
    Exclude<GroupDimension, 'account'>,
    string | null
  >,
  by: GroupDimension,
): string | null {
  return by === 'account' ? group.account_id : group[by];
}

function emptyPart(value: Value): ValuePart {
  return { ...value, daily: new Map(), months: new Map() };
}
