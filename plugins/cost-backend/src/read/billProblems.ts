import type { CostProblem } from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import { dayNumber, daysFrom, dayText } from '../store/days';
import type { KnownBills } from './Bills';
import type { Span } from './sql/tables';

const MOST_DAYS_TOLD = 31;

/** In which currency a bill is on a day, and whether it counts. */
export interface BillStanding {
  source: string;
  standing: string;
  currency: string;
  day: number;
}

/** Days between the first and the last that a bill has told nothing of. */
export async function missingDays(
  db: Knex,
  { sources, through }: KnownBills,
  { from, to }: Span,
): Promise<CostProblem[]> {
  const problems: CostProblem[] = [];
  for (const { id, title, first, last, count } of sources) {
    if (!first || !last || through === undefined) continue;
    const whole = daysFrom(dayText(first), dayText(last)).length;
    if (Number(count) === whole && dayText(last) >= through) continue;
    const days = new Set(
      await db('cost_day').where({ source_id: id }).pluck('day'),
    );
    const start = from > dayText(first) ? from : dayText(first);
    const missing = daysFrom(start, to < through ? to : through).filter(
      day => !days.has(dayNumber(day)),
    );
    if (missing.length === 0) continue;
    problems.push({
      kind: 'missing-days',
      source: title,
      message: `${title} has told nothing of ${missing.length} ${
        missing.length === 1 ? 'day' : 'days'
      }, the first ${missing[0]}; sums lack them until it is collected again.`,
      days: missing.slice(0, MOST_DAYS_TOLD),
    });
  }
  return problems;
}

/** What is on a bill and in no sum: for want of a rate, or since another bill has it. */
export function uncounted(
  { sources }: KnownBills,
  standings: readonly BillStanding[],
  base: string,
): CostProblem[] {
  const found = new Map<
    string,
    { source: string; standing: string; currency: string; days: string[] }
  >();
  for (const { source, standing, currency, day } of standings) {
    if (standing !== 'no-rate' && standing !== 'twice') continue;
    const key = JSON.stringify([source, standing, currency]);
    const one = found.get(key) ?? { source, standing, currency, days: [] };
    one.days.push(dayText(day));
    found.set(key, one);
  }
  return [...found.values()].map(({ source, standing, currency, days }) => {
    const title = sources.find(({ id }) => id === source)?.title ?? source;
    const sorted = [...new Set(days)].sort();
    const told = { source: title, days: sorted.slice(0, MOST_DAYS_TOLD) };
    return standing === 'no-rate'
      ? {
          kind: 'missing-rate',
          ...told,
          message: `${title} bills in ${currency}, and no rate says what that is worth in ${base} from ${sorted[0]} on; it is in no sum. Add one to cost.rates.`,
        }
      : {
          kind: 'billed-twice',
          ...told,
          message: `${title} bills an account that another bill has already, from ${sorted[0]} on; it is counted once. Leave one of the two out of the config.`,
        };
  });
}

/** Rows that could not be read, and no later pull has brought. */
export async function malformed(
  db: Knex,
  { sources }: KnownBills,
  { from, to }: Span,
): Promise<CostProblem[]> {
  const found: { source: string; rows: number }[] = await db(
    'cost_slice as old',
  )
    .where('old.malformed', '>', 0)
    .where('old.state', 'done')
    .where('old.to_day', '>=', dayNumber(from))
    .where('old.from_day', '<=', dayNumber(to))
    .whereNotExists(
      // A later pull of the same days took the place of it.
      db('cost_slice as new')
        .select('new.id')
        .where('new.state', 'done')
        .whereRaw('new.source_id = old.source_id')
        .whereRaw('new.collected_at > old.collected_at')
        .whereRaw('new.from_day <= old.to_day')
        .whereRaw('new.to_day >= old.to_day'),
    )
    .groupBy('old.source_id')
    .select('old.source_id as source')
    .max('old.malformed as rows');
  return found.flatMap(({ source, rows }) => {
    const title = sources.find(({ id }) => id === source)?.title;
    if (title === undefined) return [];
    return {
      kind: 'malformed-rows' as const,
      source: title,
      message: `${rows} ${
        Number(rows) === 1 ? 'row' : 'rows'
      } of ${title} could not be read and are in no sum; the sources of costs say which and why.`,
    };
  });
}

/** Bills that could not be collected when last tried. */
export function failures({ sources }: KnownBills): CostProblem[] {
  return sources.flatMap(({ title, last, last_error: error }) =>
    error
      ? {
          kind: 'source-failed' as const,
          source: title,
          message: `${title} could not be collected: ${error}${
            last ? ` Its costs are known to ${dayText(last)}.` : ''
          }`,
        }
      : [],
  );
}
