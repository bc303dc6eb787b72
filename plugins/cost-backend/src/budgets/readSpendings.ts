import type { Knex } from 'knex';
import type { Daily } from '../read/pure/amounts';
import { nanosOf, sumOf } from '../store/amounts';
import { dayNumber, dayText } from '../store/days';

/** What was spent each day, amortised, in the base currency. */
export interface Spendings {
  /** By reference, of the entity alone; what is estimated beside the bill is in no sum. */
  entities: ReadonlyMap<string, Daily>;
  /** The whole bill. */
  organisation: Daily;
  /** By provider and by category, as a bill names them. */
  providers: ReadonlyMap<string, Daily>;
  categories: ReadonlyMap<string, Daily>;
}

/** Amounts by some key, day by day. */
class Ledger {
  readonly all = new Map<string, Map<string, bigint>>();

  add(key: string, day: number, amount: string): void {
    const daily = this.all.get(key) ?? new Map<string, bigint>();
    this.all.set(key, daily);
    const text = dayText(day);
    daily.set(text, (daily.get(text) ?? 0n) + nanosOf(amount));
  }
}

/** Reads roll-ups alone. Both days are included, `YYYY-MM-DD`. */
export async function readSpendings(
  db: Knex,
  { from, to }: { from: string; to: string },
): Promise<Spendings> {
  const range: [number, number] = [dayNumber(from), dayNumber(to)];
  const totals = await db('cost_daily_total')
    .join('cost_subject', 'cost_subject.id', 'cost_daily_total.subject_id')
    .whereBetween('day', range)
    .groupBy('day', 'ref')
    .select('day', 'ref', sumOf(db, 'effective'));
  const groups = await db('cost_daily_group')
    .join('cost_group', 'cost_group.id', 'cost_daily_group.group_id')
    .whereBetween('day', range)
    .whereNot('kind', 'estimated')
    .groupBy('day', 'provider', 'category')
    .select('day', 'provider', 'category', sumOf(db, 'effective'));
  const entities = new Ledger();
  const organisation = new Ledger();
  for (const { day, ref, effective } of totals) {
    organisation.add('', day, effective);
    if (ref !== '') entities.add(ref, day, effective);
  }
  const providers = new Ledger();
  const categories = new Ledger();
  for (const { day, provider, category, effective } of groups) {
    providers.add(provider, day, effective);
    categories.add(category, day, effective);
  }
  return {
    entities: entities.all,
    organisation: organisation.all.get('') ?? new Map(),
    providers: providers.all,
    categories: categories.all,
  };
}
