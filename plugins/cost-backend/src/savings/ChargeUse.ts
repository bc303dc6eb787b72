import type { Knex } from 'knex';
import { dayNumber } from '../store/days';

const UNIT = 1e9;

/** What a charge cost over some days, by who pays it. */
export interface ChargeUse {
  service: string;
  category: string;
  resource?: string;
  description: string;
  accountName?: string;
  environment?: string;
  unit?: string;
  /** Reference of the entity that it is the own cost of. */
  entityRef?: string;
  /** By which it is shared, or idle. */
  rule?: string;
  /** Whether no workload asked for it. */
  idle: boolean;
  /** In units of the base currency. */
  cost: number;
  /** On how many days it was there, and its least quantity on any of them. */
  days: number;
  leastQuantity?: number;
}

/** Usage of the days, the first and the last included, `YYYY-MM-DD`. */
export async function readChargeUses(
  db: Knex,
  { from, to }: { from: string; to: string },
  environmentTag: string,
): Promise<ChargeUse[]> {
  const rows = await db('cost_line as l')
    .join('cost_party as p', 'p.id', 'l.party_id')
    .join('cost_charge as c', 'c.id', 'l.charge_id')
    .join('cost_subject as s', 's.id', 'p.subject_id')
    .leftJoin('cost_row as r', join =>
      join
        .on('r.source_id', 'c.source_id')
        .on('r.day', 'l.day')
        .on('r.charge_id', 'l.charge_id'),
    )
    .whereBetween('l.day', [dayNumber(from), dayNumber(to)])
    .where('c.charge_category', 'Usage')
    .select(
      'l.charge_id',
      'p.kind',
      'p.rule',
      db.raw(`CASE WHEN p.kind = 'own' THEN s.ref END AS ref`),
      db.raw(`CASE WHEN p.cause = 'idle' THEN 1 ELSE 0 END AS idle`),
      'c.service',
      'c.category',
      'c.resource_id',
      'c.resource_name',
      'c.description',
      'c.account_name',
      'c.tags',
      'c.unit',
      db.raw('CAST(SUM(l.effective) AS TEXT) AS amount'),
      db.raw('COUNT(DISTINCT l.day) AS days'),
      db.raw('MIN(CAST(r.quantity AS DOUBLE PRECISION)) AS least_quantity'),
    )
    .groupByRaw('1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13');
  return rows.map(row => {
    const tags = JSON.parse(row.tags) as Record<string, string>;
    const resource = row.resource_name ?? row.resource_id;
    const environment = tags[environmentTag];
    return {
      service: row.service,
      category: row.category,
      description: row.description ?? '',
      idle: Number(row.idle) === 1,
      cost: Number(row.amount) / UNIT,
      days: Number(row.days),
      ...(resource && { resource }),
      ...(row.account_name && { accountName: row.account_name }),
      ...(environment && { environment }),
      ...(row.unit && { unit: row.unit }),
      ...(row.ref && { entityRef: row.ref }),
      ...(row.rule && { rule: row.rule }),
      ...(row.least_quantity !== null && {
        leastQuantity: Number(row.least_quantity),
      }),
    };
  });
}
