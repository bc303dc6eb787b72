import {
  moneyToFixed,
  type Nanos,
  type ShownMetric,
  type UnitCost,
} from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import type { ConfiguredUnitCost } from '../config/CostConfig';
import type { MonthFrame } from '../read/time/MonthFrame';
import { nanosOf, sumOf } from '../store/amounts';
import { dayNumber, dayText } from '../store/days';
import { countText } from './countText';

type Days = ReadonlyMap<string, { cost?: Nanos; count?: number }>;

/** What one of something costs: cost divided by what is counted, on the days that both are known for. */
export class UnitCosts {
  readonly #db: Knex;
  readonly #units: readonly ConfiguredUnitCost[];

  constructor(options: { db: Knex; units: readonly ConfiguredUnitCost[] }) {
    this.#db = options.db;
    this.#units = options.units;
  }

  /** Over these entities, or over all; what is counted of none of them is left out. */
  async of(
    frame: MonthFrame,
    metric: ShownMetric,
    entityRefs: readonly string[] | 'all',
  ): Promise<UnitCost[]> {
    const to = frame.days.at(-1);
    if (!to || this.#units.length === 0) return [];
    const span: [number, number] = [
      dayNumber(`${frame.before.month}-01`),
      dayNumber(to),
    ];
    const costs = await this.#costs(span, metric, entityRefs);
    const found: UnitCost[] = [];
    for (const unit of this.#units) {
      const { counts, sources } = await this.#counts(
        span,
        unit.unit,
        entityRefs,
      );
      const days: Days = new Map(
        [...counts].map(([day, count]) => [
          day,
          { count, cost: costs.get(day) },
        ]),
      );
      const cost = unitCostOf(unit, sources, frame, days);
      if (cost) found.push(cost);
    }
    return found;
  }

  async #costs(
    span: [number, number],
    metric: ShownMetric,
    entityRefs: readonly string[] | 'all',
  ): Promise<Map<string, Nanos>> {
    const db = this.#db;
    const query =
      entityRefs === 'all'
        ? db('cost_daily_group')
            .join('cost_group as g', 'g.id', 'cost_daily_group.group_id')
            .whereNot('g.kind', 'estimated')
        : db('cost_daily_total')
            .join('cost_subject as s', 's.id', 'cost_daily_total.subject_id')
            .whereIn('s.ref', [...entityRefs]);
    const rows = await query
      .whereBetween('day', span)
      .groupBy('day')
      .select('day', sumOf(db, metric, 'amount'));
    return new Map(
      rows.map(({ day, amount }) => [dayText(day), nanosOf(amount)]),
    );
  }

  async #counts(
    span: [number, number],
    unit: string,
    entityRefs: readonly string[] | 'all',
  ): Promise<{ counts: Map<string, number>; sources: string[] }> {
    const rows: { day: number; title: string; count: number }[] =
      await this.#db('cost_unit as u')
        .join('cost_source as o', 'o.id', 'u.source_id')
        .join('cost_subject as s', 's.id', 'u.subject_id')
        .where({ 'u.unit': unit, 'o.active': true })
        .whereBetween('u.day', span)
        .modify(query => {
          if (entityRefs !== 'all') query.whereIn('s.ref', [...entityRefs]);
        })
        .groupBy('u.day', 'o.title')
        .select('u.day', 'o.title', this.#db.raw('SUM(u.count) AS count'));
    const counts = new Map<string, number>();
    for (const { day, count } of rows) {
      const text = dayText(day);
      counts.set(text, (counts.get(text) ?? 0) + Number(count));
    }
    return { counts, sources: [...new Set(rows.map(({ title }) => title))] };
  }
}

function unitCostOf(
  { title, unit, per }: ConfiguredUnitCost,
  sources: readonly string[],
  { days, before }: MonthFrame,
  known: Days,
): UnitCost | undefined {
  const now = together(days, known);
  if (!now) return undefined;
  const earlier = together(before.days, known);
  const amount = (now.cost / now.count) * per;
  const change = earlier && amount / ((earlier.cost / earlier.count) * per) - 1;
  return {
    title,
    amount: moneyToFixed(
      BigInt(Math.round(amount * 1e6)) * 1000n,
      decimals(amount),
    ),
    ...(change !== undefined && Number.isFinite(change) && { change }),
    basis: [`${countText(now.count)} ${unit}`, ...sources].join(', '),
  };
}

/** Cents, and more where a unit costs less than a tenth of one. */
function decimals(amount: number): number {
  return Math.abs(amount) < 0.1 ? 6 : 2;
}

function together(
  days: readonly string[],
  known: Days,
): { cost: number; count: number } | undefined {
  let cost = 0n;
  let count = 0;
  for (const day of days) {
    const one = known.get(day);
    if (one?.cost === undefined || !one.count) continue;
    cost += one.cost;
    count += one.count;
  }
  return count > 0 ? { cost: Number(cost) / 1e9, count } : undefined;
}
