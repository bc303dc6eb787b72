import type { Nanos, ShownMetric } from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import { dayNumber, dayText } from '../../store/days';
import { monthText } from '../time/months';
import { exactSum, getOr, type Span } from './tables';

/** Amounts by resource, then by day or month. */
type ByResource = Map<string, Map<string, Nanos>>;

/** What others pay for by way of resources, by their references, each day. */
export async function dailyVia(
  db: Knex,
  wanted: Span & { metric: ShownMetric; resources: readonly string[] },
): Promise<ByResource> {
  return read(db, wanted, 'l.day', dayText);
}

/** The same each month. */
export async function monthlyVia(
  db: Knex,
  wanted: {
    months: readonly string[];
    metric: ShownMetric;
    resources: readonly string[];
  },
): Promise<ByResource> {
  const { months } = wanted;
  return read(
    db,
    { ...wanted, from: `${months[0]}-01`, to: `${months.at(-1)}-31` },
    'l.day / 100',
    monthText,
  );
}

async function read(
  db: Knex,
  wanted: Span & { metric: ShownMetric; resources: readonly string[] },
  unit: string,
  text: (at: number) => string,
): Promise<ByResource> {
  const { from, metric, resources, to } = wanted;
  const found: ByResource = new Map();
  if (resources.length === 0) return found;
  const rows = await db('cost_party as p')
    .join('cost_line as l', 'l.party_id', 'p.id')
    .where('p.basis', 'relation')
    .whereIn('p.via', [...resources])
    .whereBetween('l.day', [dayNumber(from), dayNumber(to)])
    .select('p.via', db.raw(`${unit} AS at`), exactSum(db, metric))
    .groupBy('p.via', 'at');
  for (const { via, at, amount } of rows) {
    getOr(found, via as string, () => new Map()).set(text(at), BigInt(amount));
  }
  return found;
}
