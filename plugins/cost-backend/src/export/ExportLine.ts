import type { Nanos } from '@portico/plugin-cost-common';
import type { Look } from '../read/Look';
import { linesOf, type Whose } from '../read/sql/lines';
import { dayText } from '../store/days';

/** A part of a charge of a day, with who pays it. Amounts are in the base currency. */
export interface ExportLine {
  day: string;
  entityRef?: string;
  kind: 'own' | 'shared' | 'unattributed';
  rule?: string;
  cause?: string;
  provider: string;
  billingAccount: string;
  accountId?: string;
  accountName?: string;
  region?: string;
  category: string;
  service: string;
  resourceId?: string;
  resourceName?: string;
  resourceType?: string;
  chargeCategory: string;
  correction: boolean;
  description?: string;
  environment?: string;
  /** JSON. */
  tags: string;
  /** What the bill was in, before it was converted. */
  originalCurrency: string;
  quantity?: string;
  unit?: string;
  billed: Nanos;
  effective: Nanos;
  list?: Nanos;
  contracted?: Nanos;
}

const TEXTS = {
  rule: 'p.rule',
  cause: 'p.cause',
  provider: 'c.provider',
  billingAccount: 'c.billing_account',
  accountId: 'c.account_id',
  accountName: 'c.account_name',
  region: 'c.region',
  category: 'c.category',
  service: 'c.service',
  resourceId: 'c.resource_id',
  resourceName: 'c.resource_name',
  resourceType: 'c.resource_type',
  chargeCategory: 'c.charge_category',
  description: 'c.description',
  tags: 'c.tags',
  originalCurrency: 'c.currency',
  unit: 'c.unit',
} as const;

/** All lines of one day, in one order. */
export async function readLines(
  { db, environmentTag }: Look,
  day: string,
  whose: Whose,
): Promise<ExportLine[]> {
  const amount = (column: string, as: string) =>
    db.raw('CAST(?? AS TEXT) AS ??', [column, as]);
  const rows = await linesOf(db, { from: day, to: day, whose })
    .join('cost_subject as s', 's.id', 'p.subject_id')
    .leftJoin('cost_row as r', join =>
      join
        .on('r.source_id', 'c.source_id')
        .andOn('r.day', 'l.day')
        .andOn('r.charge_id', 'l.charge_id'),
    )
    .select(
      { ...TEXTS, ref: 's.ref', kind: 'p.kind', correction: 'c.correction' },
      'r.quantity',
      'l.day',
      amount('l.billed', 'billed'),
      amount('l.effective', 'effective'),
      amount('r.billed', 'rowBilled'),
      amount('r.effective', 'rowEffective'),
      amount('r.list', 'list'),
      amount('r.contracted', 'contracted'),
    )
    .orderBy(['l.charge_id', 'l.party_id']);
  return rows.map(row => lineOf(row, environmentTag));
}

function lineOf(
  row: Record<string, string | null> & { day: never },
  environmentTag: string,
) {
  const part = (amount: string | null) => partOf(amount, row);
  const billed = BigInt(row.billed!);
  const effective = BigInt(row.effective!);
  const isWhole =
    row.billed === row.rowBilled && row.effective === row.rowEffective;
  return {
    ...Object.fromEntries(
      Object.keys(TEXTS).map(key => [key, row[key] ?? undefined]),
    ),
    day: dayText(row.day),
    entityRef: row.ref || undefined,
    environment: JSON.parse(row.tags!)[environmentTag] || undefined,
    kind: row.kind,
    correction: Boolean(row.correction),
    billed,
    effective,
    list: part(row.list),
    contracted: part(row.contracted),
    // A quantity that several share is nobody's alone.
    ...(isWhole && row.quantity && { quantity: row.quantity }),
  } as ExportLine;
}

/** The line's part of an amount of its whole row, converted as the line is. */
function partOf(
  amount: string | null,
  row: Record<string, string | null>,
): Nanos | undefined {
  const whole = BigInt(row.rowBilled ?? 0);
  if (amount === null || amount === undefined || whole === 0n) return undefined;
  return (BigInt(amount) * BigInt(row.billed!)) / whole;
}
