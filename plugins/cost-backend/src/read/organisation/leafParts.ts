import type { Nanos } from '@portico/plugin-cost-common';
import { lineDimension } from '../dimensions';
import type { Look } from '../Look';
import { descending } from '../pure/amounts';
import { dailyLines, resourceFacts, sumLines, type Whose } from '../sql/lines';
import { dailyGroups, monthlyGroups } from '../sql/groups';
import { addTo, getOr } from '../sql/tables';
import { causeTitle, type Cause } from '../unattributed/causes';
import { visibleRefs, type ValuePart, type Within } from './partsBy';

/** More resources than this are told as one row. */
const MOST = 100;
const OTHERS = 'others';

/** Resources of what was opened, the largest for themselves. Their months are known for this one and the one before. */
export async function resourceParts(
  look: Look,
  within: Within,
): Promise<ValuePart[]> {
  const { db, dictionary, environmentTag, frame, metric, seen, twoMonths } =
    look;
  if (frame.days.length === 0) return [];
  const whose: Whose =
    seen.all && !within.refs
      ? 'all'
      : {
          subjects: visibleRefs(look, within).flatMap(
            ref => dictionary.subjects.get(ref) ?? [],
          ),
        };
  const filters = within.values.map(({ by, id: value }) => ({
    dimension: lineDimension(look, by),
    value,
  }));
  const wanted = { ...twoMonths, metric, whose, filters };
  const sums = new Map<string, Nanos>();
  const month = { from: frame.days[0], to: frame.days.at(-1)! };
  for (const { value, amount } of await sumLines(db, 'resource', {
    ...wanted,
    ...month,
  })) {
    addTo(sums, value!, amount);
  }
  const largest = [...sums]
    .sort(([, a], [, b]) => descending(a, b))
    .slice(0, MOST)
    .map(([id]) => id);
  const named = new Set(largest);
  const [lines, facts] = await Promise.all([
    dailyLines(db, 'resource', wanted),
    resourceFacts(db, {
      ...wanted,
      environmentTag,
      only: { dimension: 'resource', values: largest },
    }),
  ]);
  const parts = new Map<string, ValuePart>();
  for (const { value, day, amount } of lines) {
    const id = named.has(value!) ? value! : OTHERS;
    const part = getOr(parts, id, () => ({
      ...partOf(id, sums.size - MOST, facts),
      since: frame.before.month,
    }));
    addTo(part.daily, day, amount);
    addTo(part.months, day.slice(0, 7), amount);
  }
  return [...parts.values()];
}

function partOf(
  id: string,
  others: number,
  facts: Awaited<ReturnType<typeof resourceFacts>>,
): ValuePart {
  const fact = facts.get(id);
  const found = { id, daily: new Map(), months: new Map() };
  if (!fact) return { ...found, title: others > 0 ? `${others} more` : 'Gone' };
  // A database of that name stands in production and in staging.
  const note = fact.rule ? `split by ${fact.rule}` : fact.environment;
  return {
    ...found,
    title: fact.title,
    ...(note && { note }),
  };
}

/** Why what is nobody's is nobody's. */
export async function causeParts(
  look: Look,
  tagKeys: readonly string[],
): Promise<ValuePart[]> {
  const { db, dictionary, frame, metric, reach } = look;
  const wanted = { metric, subjects: 'all' as const, to: reach.to };
  const [daily, monthly] = await Promise.all([
    dailyGroups(db, { ...wanted, from: reach.from }),
    monthlyGroups(db, { ...wanted, from: `${frame.months[0]}-01` }),
  ]);
  const parts = new Map<string, ValuePart>();
  const add = (kind: 'daily' | 'months', amounts: typeof daily) => {
    for (const { group: id, at, amount } of amounts) {
      const group = dictionary.groups.get(id);
      if (group?.kind !== 'unattributed') continue;
      const cause = group.cause as Cause;
      const part = getOr(parts, cause, () => ({
        id: cause,
        title: causeTitle(cause, tagKeys),
        daily: new Map(),
        months: new Map(),
      }));
      addTo(part[kind], at, amount);
    }
  };
  add('daily', daily);
  add('months', monthly);
  return [...parts.values()];
}
