import type {
  CostBasis,
  CostProblem,
  ShownMetric,
} from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import { addDays, dayNumber, daysFrom, dayText } from '../store/days';
import type { Span } from './sql/tables';

/** A bill that stands still for longer than this is told as a problem, and no longer holds back the others. */
const LAGS_DAYS = 5;
const MOST_DAYS_TOLD = 31;

interface Source {
  id: string;
  title: string;
  restated_days: number;
  last_success: string | null;
  last_error: string | null;
  first: number | null;
  last: number | null;
  count: number;
}

/** What is known of the bills as a whole. */
export interface KnownBills {
  sources: readonly Source[];
  /** Days that are attributed. */
  known: ReadonlySet<string>;
  /** Last day that all bills are known for. */
  through?: string;
  openSince?: string;
  collectedAt?: string;
}

/** Knows how far the bills go, and what is missing of them. */
export class Bills {
  readonly #db: Knex;
  readonly #currency: string;

  constructor(options: { db: Knex; currency: string }) {
    this.#db = options.db;
    this.#currency = options.currency;
  }

  async known(): Promise<KnownBills> {
    const sources: Source[] = await this.#db('cost_source as s')
      .leftJoin('cost_day as d', 'd.source_id', 's.id')
      .where({ 's.role': 'bill', 's.kind': 'billed', 's.active': true })
      .groupBy('s.id', 's.title', 's.restated_days', 's.last_success')
      .groupBy('s.last_error')
      .select(
        's.id',
        's.title',
        's.restated_days',
        's.last_success',
        's.last_error',
        this.#db.raw('MIN(d.day) AS first'),
        this.#db.raw('MAX(d.day) AS last'),
        this.#db.raw('COUNT(d.day) AS count'),
      );
    const ledger = await this.#db('cost_ledger')
      .where('attributed', '>', 0)
      .orderBy('day')
      .pluck('day');
    const known = new Set(ledger.map(dayText));
    const lasts = sources.flatMap(({ last }) => (last ? [last] : [])).sort();
    const newest = lasts.at(-1) ?? ledger.at(-1);
    if (newest === undefined) return { sources, known };
    const late = dayNumber(addDays(dayText(newest), -LAGS_DAYS));
    const through = dayText(
      Math.min(
        lasts.find(last => last >= late) ?? newest,
        ledger.at(-1) ?? newest,
      ),
    );
    const open = sources
      .filter(({ last }) => last && last >= late)
      .map(it => addDays(dayText(it.last!), 1 - it.restated_days))
      .filter(day => day <= through)
      .sort()[0];
    const collectedAt = sources
      .flatMap(({ last_success: at }) => at ?? [])
      .sort()
      .at(-1);
    return {
      sources,
      known,
      through,
      ...(open && { openSince: open }),
      ...(collectedAt && { collectedAt }),
    };
  }

  /** What every number of the span says of itself. */
  async basis(
    metric: ShownMetric,
    bills: KnownBills,
    span: Span,
  ): Promise<CostBasis> {
    const { through, openSince, collectedAt } = bills;
    const standings: {
      source: string;
      standing: string;
      currency: string;
      day: number;
    }[] = await this.#db('cost_bill')
      .whereBetween('day', [dayNumber(span.from), dayNumber(span.to)])
      .where(query =>
        query
          .whereNot('currency', this.#currency)
          .orWhereIn('standing', ['no-rate', 'twice']),
      )
      .distinct('source_id as source', 'standing', 'currency', 'day');
    const converted = standings
      .filter(({ standing }) => standing === 'counts')
      .map(({ currency }) => currency);
    return {
      metric,
      currency: this.#currency,
      converted: [...new Set(converted)].sort(),
      ...(through && { through }),
      ...(openSince && { openSince }),
      ...(collectedAt && { collectedAt }),
      problems: [
        ...failures(bills),
        ...(await this.#missingDays(bills, span)),
        ...this.#uncounted(bills, standings),
        ...(await this.#malformed(bills, span)),
      ],
    };
  }

  async #missingDays(
    { sources, through }: KnownBills,
    { from, to }: Span,
  ): Promise<CostProblem[]> {
    const problems: CostProblem[] = [];
    for (const { id, title, first, last, count } of sources) {
      if (!first || !last || through === undefined) continue;
      const whole = daysFrom(dayText(first), dayText(last)).length;
      if (Number(count) === whole && dayText(last) >= through) continue;
      const days = new Set(
        await this.#db('cost_day').where({ source_id: id }).pluck('day'),
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
        }, the first ${
          missing[0]
        }; sums lack them until it is collected again.`,
        days: missing.slice(0, MOST_DAYS_TOLD),
      });
    }
    return problems;
  }

  #uncounted(
    { sources }: KnownBills,
    standings: {
      source: string;
      standing: string;
      currency: string;
      day: number;
    }[],
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
            message: `${title} bills in ${currency}, and no rate says what that is worth in ${
              this.#currency
            } from ${sorted[0]} on; it is in no sum. Add one to cost.rates.`,
          }
        : {
            kind: 'billed-twice',
            ...told,
            message: `${title} bills an account that another bill has already, from ${sorted[0]} on; it is counted once. Leave one of the two out of the config.`,
          };
    });
  }

  async #malformed(
    { sources }: KnownBills,
    { from, to }: Span,
  ): Promise<CostProblem[]> {
    const rows: { source: string; malformed: number }[] = await this.#db(
      'cost_slice as old',
    )
      .where('old.malformed', '>', 0)
      .where('old.state', 'done')
      .where('old.to_day', '>=', dayNumber(from))
      .where('old.from_day', '<=', dayNumber(to))
      .whereNotExists(
        // A later pull of the same days took the place of it.
        this.#db('cost_slice as new')
          .select('new.id')
          .where('new.state', 'done')
          .whereRaw('new.source_id = old.source_id')
          .whereRaw('new.collected_at > old.collected_at')
          .whereRaw('new.from_day <= old.to_day')
          .whereRaw('new.to_day >= old.to_day'),
      )
      .groupBy('old.source_id')
      .select('old.source_id as source')
      .max('old.malformed as malformed');
    return rows.flatMap(({ source, malformed }) => {
      const title = sources.find(({ id }) => id === source)?.title;
      if (title === undefined) return [];
      return {
        kind: 'malformed-rows' as const,
        source: title,
        message: `${malformed} ${
          malformed === 1 ? 'row' : 'rows'
        } of ${title} could not be read and are in no sum; the sources of costs say which and why.`,
      };
    });
  }
}

function failures({ sources }: KnownBills): CostProblem[] {
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
