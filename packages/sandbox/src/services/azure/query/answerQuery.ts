import type { AzureCharge } from '../../../billing';
import { tagsColumn } from './dimensions';
import type { CostQuery } from './readQuery';

const MICROS = 1_000_000;
const DAY_MS = 86_400_000;

type Cell = string | number | string[];

/** Columns and rows, as Cost Management answers with them. */
export interface CostTable {
  columns: { name: string; type: string }[];
  rows: Cell[][];
}

/** @param dayOf charges of a day */
export function answerQuery(
  query: CostQuery,
  dayOf: (day: string) => AzureCharge[],
): CostTable {
  const { amounts, groupings, granularity, includeTags } = query;
  const rows = new Map<string, { sums: number[]; rest: Cell[] }>();
  for (const day of daysOf(query)) {
    for (const charge of dayOf(day)) {
      const rest: Cell[] = [
        ...dateOf(day, granularity),
        ...groupings.flatMap(({ read }) => read(charge)),
        ...(includeTags ? [tagsColumn(charge)] : []),
      ];
      const key = JSON.stringify(rest);
      const row = rows.get(key) ?? { sums: amounts.map(() => 0), rest };
      amounts.forEach(({ read }, index) => {
        row.sums[index] += read(charge);
      });
      rows.set(key, row);
    }
  }
  return {
    columns: [
      ...amounts.map(({ column }) => ({ name: column, type: 'Number' })),
      ...(granularity === 'Daily'
        ? [{ name: 'UsageDate', type: 'Number' }]
        : []),
      ...(granularity === 'Monthly'
        ? [{ name: 'BillingMonth', type: 'Datetime' }]
        : []),
      ...groupings.flatMap(({ columns }) =>
        columns.map(name => ({ name, type: 'String' })),
      ),
      ...(includeTags ? [{ name: 'Tags', type: 'Array' }] : []),
      { name: 'Currency', type: 'String' },
    ],
    rows: [...rows.values()].map(({ sums, rest }) => [
      ...sums.map(sum => sum / MICROS),
      ...rest,
      'EUR',
    ]),
  };
}

function dateOf(day: string, granularity: CostQuery['granularity']): Cell[] {
  if (granularity === 'Daily') return [Number(day.replaceAll('-', ''))];
  return granularity === 'Monthly' ? [`${day.slice(0, 7)}-01T00:00:00`] : [];
}

function daysOf({ from, to }: CostQuery): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
