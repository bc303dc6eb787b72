import type { Knex } from 'knex';
import { dayNumber } from '../../store/days';
import { linesOf, RESOURCE, type LineFilter, type Whose } from './lines';
import type { Span } from './tables';

/** How much of something was used, and at what price, in two spans. Reckoned, in floats: it explains, and is in no sum. */
export interface Usage {
  unit?: string;
  now: number;
  then: number;
  priceNow: number;
  priceThen: number;
}

interface Row {
  value: string;
  unit: string | null;
  units: number;
  quantity: number | null;
  cost: number | null;
}

/** Of the resources that are charged by one unit of usage in both spans. */
export async function usageOf(
  db: Knex,
  wanted: {
    now: Span;
    then: Span;
    whose: Whose;
    only: { dimension: 'resource'; values: readonly string[] };
    filters?: readonly LineFilter[];
  },
): Promise<Map<string, Usage>> {
  const { now, then, ...rest } = wanted;
  const [after, before] = await Promise.all([
    read(db, { ...rest, ...now }),
    read(db, { ...rest, ...then }),
  ]);
  const usages = new Map<string, Usage>();
  for (const [value, row] of after) {
    const old = before.get(value);
    if (!old || !row.quantity || !old.quantity || row.unit !== old.unit) {
      continue;
    }
    if (!row.cost || !old.cost) continue;
    usages.set(value, {
      ...(row.unit && { unit: row.unit }),
      now: row.quantity,
      then: old.quantity,
      priceNow: row.cost / row.quantity,
      priceThen: old.cost / old.quantity,
    });
  }
  return usages;
}

async function read(
  db: Knex,
  wanted: Omit<Parameters<typeof linesOf>[1], 'metric'>,
): Promise<Map<string, Row>> {
  const rows: Row[] = await linesOf(db, wanted)
    .join('cost_row as r', join =>
      join
        .on('r.source_id', 'c.source_id')
        .andOn('r.day', 'l.day')
        .andOn('r.charge_id', 'l.charge_id'),
    )
    .where('c.charge_category', 'Usage')
    .whereBetween('r.day', [dayNumber(wanted.from), dayNumber(wanted.to)])
    .whereNotNull('r.quantity')
    .select(
      db.raw(`${RESOURCE} AS value`),
      db.raw('MAX(c.unit) AS unit'),
      db.raw('COUNT(DISTINCT c.unit) AS units'),
      db.raw('SUM(CAST(r.quantity AS DOUBLE PRECISION)) AS quantity'),
      db.raw('SUM(CAST(r.effective AS DOUBLE PRECISION)) AS cost'),
    )
    .groupBy('value');
  return new Map(
    rows.filter(({ units }) => Number(units) <= 1).map(row => [row.value, row]),
  );
}
