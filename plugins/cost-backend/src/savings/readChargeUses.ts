import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import { usageLines } from '../store/usageLines';
import { dayNumber } from '../store/days';
import type { ChargeUse } from './ChargeUse';

const UNIT = 1e9;
/** Variables of one statement: SQLite takes 32,766. */
const CHUNK = 1000;

/** Sums of a charge's lines of one kind. */
interface Sums {
  chargeId: number;
  rule?: string;
  entityRef?: string;
  idle: boolean;
  cost: number;
  days: number;
  leastQuantity?: number;
}

/** Usage of the days, read a day at a time, with rests for others between. */
export async function readChargeUses(
  db: Knex,
  days: readonly string[],
  environmentTag: string,
): Promise<ChargeUse[]> {
  const sums = new Map<string, Sums>();
  for (const day of days) {
    for (const one of await readDay(db, day)) {
      const { chargeId, rule, entityRef, idle } = one;
      const key = JSON.stringify([chargeId, rule, entityRef, idle]);
      const known = sums.get(key);
      sums.set(key, known ? together(known, one) : one);
    }
    await setImmediate();
  }
  const all = [...sums.values()];
  const charges = await readCharges(
    db,
    [...new Set(all.map(it => it.chargeId))],
    environmentTag,
  );
  return all.flatMap(({ chargeId, ...sum }) => {
    const charge = charges.get(chargeId);
    return charge ? { ...charge, ...sum } : [];
  });
}

async function readDay(db: Knex, day: string): Promise<Sums[]> {
  const rows: {
    charge_id: number;
    rule: string | null;
    ref: string | null;
    idle: number | string;
    amount: string;
    quantity: number | null;
  }[] = await usageLines(db)
    .where({ 'l.day': dayNumber(day), 'c.charge_category': 'Usage' })
    .select(
      'l.charge_id',
      'p.rule',
      db.raw(`CASE WHEN p.kind = 'own' THEN s.ref END AS ref`),
      db.raw(`CASE WHEN p.cause = 'idle' THEN 1 ELSE 0 END AS idle`),
      db.raw('CAST(SUM(l.effective) AS TEXT) AS amount'),
      db.raw('MIN(CAST(r.quantity AS DOUBLE PRECISION)) AS quantity'),
    )
    .groupByRaw('1, 2, 3, 4');
  return rows.map(row => ({
    chargeId: row.charge_id,
    ...(row.rule && { rule: row.rule }),
    ...(row.ref && { entityRef: row.ref }),
    idle: Number(row.idle) === 1,
    cost: Number(row.amount) / UNIT,
    days: 1,
    ...(row.quantity !== null && { leastQuantity: Number(row.quantity) }),
  }));
}

function together(a: Sums, b: Sums): Sums {
  const quantities = [a, b].flatMap(it => it.leastQuantity ?? []);
  return {
    ...a,
    cost: a.cost + b.cost,
    days: a.days + b.days,
    ...(quantities.length && { leastQuantity: Math.min(...quantities) }),
  };
}

type Charge = Omit<ChargeUse, keyof Sums>;

async function readCharges(
  db: Knex,
  ids: readonly number[],
  environmentTag: string,
): Promise<Map<number, Charge>> {
  const charges = new Map<number, Charge>();
  for (let at = 0; at < ids.length; at += CHUNK) {
    const rows = await db('cost_charge').whereIn(
      'id',
      ids.slice(at, at + CHUNK),
    );
    for (const row of rows) {
      const tags = JSON.parse(row.tags) as Record<string, string>;
      const resource = row.resource_name ?? row.resource_id;
      charges.set(row.id, {
        service: row.service,
        category: row.category,
        description: row.description ?? '',
        ...(resource && { resource }),
        ...(row.account_name && { accountName: row.account_name }),
        ...(tags[environmentTag] && { environment: tags[environmentTag] }),
        ...(row.unit && { unit: row.unit }),
      });
    }
    await setImmediate();
  }
  return charges;
}
