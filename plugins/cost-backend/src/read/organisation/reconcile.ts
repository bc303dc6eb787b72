import {
  roundMoney,
  type Nanos,
  type Reconciliation,
  type ReconciliationRow,
} from '@portico/plugin-cost-common';
import { dayNumber } from '../../store/days';
import type { Look } from '../Look';
import { cents, roundTo, sum } from '../pure/amounts';
import { bySize } from '../pure/chartOf';
import { dailyGroups, monthlyGroups, type GroupAmount } from '../sql/groups';
import { addTo, exactSum, getOr, type Span } from '../sql/tables';
import { monthBefore, monthText } from '../time/months';

interface Parts {
  own: Nanos;
  shared: Nanos;
  unattributed: Nanos;
  estimated: Nanos;
}

/** Attributed + shared + unattributed, against what the bills themselves add up to. */
export async function reconcile(look: Look): Promise<Reconciliation> {
  const span = elapsed(look);
  const [amounts, bills] = await Promise.all([
    span ? dailyGroups(look.db, { ...span, ...wanted(look) }) : [],
    span ? billSums(look, span) : [],
  ]);
  const parts = emptyParts();
  for (const amount of amounts) addGroup(look, parts, amount);
  const providers = new Map<string, Nanos>();
  for (const { provider, standing, amount } of bills) {
    if (standing === 'counts') addTo(providers, provider, amount);
  }
  const bill = sum(providers.values());
  const sorted = [...providers]
    .map(([provider, total]) => ({ provider, total }))
    .sort(bySize);
  const rounded = roundTo(sorted.map(({ total }) => total));
  return {
    ...present(parts, bill),
    providers: sorted.map(({ provider }, at) => ({
      provider,
      amount: cents(rounded[at]),
    })),
  };
}

/** The same by month and provider, newest first, with what other sources say of it. */
export async function reconcileMonths(
  look: Look,
  count: number,
): Promise<ReconciliationRow[]> {
  const last = elapsed(look);
  if (!last) return [];
  const from = `${monthBefore(look.frame.month, count - 1)}-01`;
  const span = { from, to: last.to };
  const [amounts, bills] = await Promise.all([
    monthlyGroups(look.db, { ...span, ...wanted(look) }),
    billSums(look, span),
  ]);
  const rows = new Map<
    string,
    {
      month: string;
      provider: string;
      parts: Parts;
      bill: Nanos;
      others: Map<string, Nanos>;
    }
  >();
  const rowOf = (month: string, provider: string) =>
    getOr(rows, `${month} ${provider}`, () => ({
      month,
      provider,
      parts: emptyParts(),
      bill: 0n,
      others: new Map<string, Nanos>(),
    }));
  for (const amount of amounts) {
    const group = look.dictionary.groups.get(amount.group);
    if (group) addGroup(look, rowOf(amount.at, group.provider).parts, amount);
  }
  for (const { month, provider, source, standing, amount } of bills) {
    const row = rowOf(month, provider);
    if (standing === 'counts') row.bill += amount;
    else addTo(row.others, source, amount);
  }
  return [...rows.values()]
    .sort(
      (a, b) =>
        b.month.localeCompare(a.month) || a.provider.localeCompare(b.provider),
    )
    .map(({ month, provider, parts, bill, others }) => ({
      month,
      provider,
      ...present(parts, bill),
      ...(others.size && {
        comparisons: [...others].map(([source, amount]) => ({
          source,
          amount: cents(amount),
          difference: cents(roundMoney(amount, 2) - roundMoney(bill, 2)),
        })),
      }),
    }));
}

function present(parts: Parts, bill: Nanos) {
  const { own, shared, unattributed, estimated } = parts;
  const exact = own + shared + unattributed === bill;
  const rounded = roundTo([own, shared, unattributed]).map(cents);
  return {
    attributed: rounded[0],
    shared: rounded[1],
    unattributed: rounded[2],
    bill: cents(bill),
    exact,
    estimated: cents(estimated),
  };
}

function addGroup(
  { dictionary }: Look,
  parts: Parts,
  { group, amount }: GroupAmount,
): void {
  const kind = dictionary.groups.get(group)?.kind;
  if (kind) parts[kind] += amount;
}

function emptyParts(): Parts {
  return { own: 0n, shared: 0n, unattributed: 0n, estimated: 0n };
}

function wanted({ metric }: Look) {
  return { metric, subjects: 'all' as const };
}

/** The days of the month that are known. */
function elapsed({ frame: { days } }: Look): Span | undefined {
  return days.length ? { from: days[0], to: days.at(-1)! } : undefined;
}

/** Sums of the bills themselves, and of what is compared with them. */
async function billSums({ db, metric }: Look, { from, to }: Span) {
  const rows = await db('cost_bill as b')
    .leftJoin('cost_source as s', 's.id', 'b.source_id')
    .whereBetween('b.day', [dayNumber(from), dayNumber(to)])
    .where('b.kind', 'billed')
    .whereIn('b.standing', ['counts', 'comparison'])
    .select(
      's.title',
      'b.source_id',
      'b.provider',
      'b.standing',
      db.raw('b.day / 100 AS month'),
      exactSum(db, metric),
    )
    .groupBy('s.title', 'b.source_id', 'b.provider', 'b.standing')
    .groupByRaw('b.day / 100');
  return rows.map(row => ({
    source: (row.title ?? row.source_id) as string,
    provider: row.provider as string,
    standing: row.standing as 'counts' | 'comparison',
    month: monthText(row.month),
    amount: BigInt(row.amount as string),
  }));
}
