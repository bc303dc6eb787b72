import type { CostBasis, ShownMetric } from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import { addDays, dayNumber, dayText } from '../store/days';
import {
  failures,
  malformed,
  missingDays,
  uncounted,
  type BillStanding,
} from './billProblems';
import type { Span } from './sql/tables';

/** A bill that stands still for longer than this is told as a problem, and no longer holds back the others. */
const LAGS_DAYS = 5;

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
    const standings: BillStanding[] = await this.#db('cost_bill')
      .whereBetween('day', [dayNumber(span.from), dayNumber(span.to)])
      .where(query =>
        query
          .whereNot('currency', this.#currency)
          .orWhereIn('standing', ['no-rate', 'twice']),
      )
      .distinct('source_id as source', 'standing', 'currency', 'day');
    const state = await this.#db('cost_state').first('findings_at');
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
      ...(state?.findings_at && { lookedAt: state.findings_at }),
      problems: [
        ...failures(bills),
        ...(await missingDays(this.#db, bills, span)),
        ...uncounted(bills, standings, this.#currency),
        ...(await malformed(this.#db, bills, span)),
      ],
    };
  }
}
