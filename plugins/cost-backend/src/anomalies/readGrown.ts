import type { UnattributedCause } from '@portico/plugin-cost-node';
import type { Knex } from 'knex';
import { usageLines } from '../store/usageLines';
import { addDays, dayNumber, daysFrom } from '../store/days';
import type { Grown } from './Grown';
import type { SeriesKey } from './Series';

const UNIT = 1e9;
/** Days before an anomaly that it is compared with, and the most of its own. */
const WINDOW = 14;

/** Resources and kinds of usage of a series, before and since a day, and why they are nobody's. */
export interface Growth {
  grown: Grown[];
  nobody?: { cause: UnattributedCause; found?: string };
}

/**
 * Reads what a series is made of on both sides of the day that an anomaly begins.
 *
 * @param anomaly first and last day known of it
 */
export async function readGrown(
  db: Knex,
  key: SeriesKey,
  anomaly: { from: string; to: string },
): Promise<Growth> {
  const { from } = anomaly;
  const latest = addDays(from, WINDOW - 1);
  const to = anomaly.to < latest ? anomaly.to : latest;
  const before = addDays(from, -WINDOW);
  const since = dayNumber(from);
  const side = (column: string, operator: '<' | '>=') =>
    `SUM(CASE WHEN l.day ${operator} ${since} THEN ${column} ELSE 0 END)`;
  // What is shared has a line for each who shares; its usage would be counted for each of them.
  const quantity =
    key.kind === 'shared' ? '0' : 'CAST(r.quantity AS DOUBLE PRECISION)';
  const rows = await usageLines(db)
    .whereBetween('l.day', [dayNumber(before), dayNumber(to)])
    .where({
      'p.kind': key.kind,
      'c.provider': key.provider,
      'c.service': key.service,
      ...(key.entityRef && { 's.ref': key.entityRef }),
      ...(key.rule && { 'p.rule': key.rule }),
      ...(key.accountId && { 'c.account_id': key.accountId }),
    })
    .groupBy('c.id', 'c.resource_id', 'c.resource_name', 'c.description')
    .groupBy('c.tags', 'c.unit', 'p.cause', 'p.found')
    .select(
      'c.resource_id',
      'c.resource_name',
      'c.description',
      'c.tags',
      'c.unit',
      'p.cause',
      'p.found',
      db.raw(`CAST(${side('l.effective', '<')} AS TEXT) AS cost_before`),
      db.raw(`CAST(${side('l.effective', '>=')} AS TEXT) AS cost_after`),
      db.raw(`${side(quantity, '<')} AS quantity_before`),
      db.raw(`${side(quantity, '>=')} AS quantity_after`),
    );
  const daysAfter = daysFrom(from, to).length;
  const items = new Map<string, Grown>();
  for (const row of rows) {
    const item = grownOf(row, daysAfter);
    const known = items.get(keyOf(item));
    items.set(keyOf(item), known ? together(known, item) : item);
  }
  const costliest = rows
    .filter(({ cause }) => cause)
    .sort((a, b) => Number(b.cost_after) - Number(a.cost_after))[0];
  return {
    grown: [...items.values()],
    ...(costliest && {
      nobody: {
        cause: costliest.cause,
        ...(costliest.found && { found: costliest.found }),
      },
    }),
  };
}

function keyOf({ resource, description, unit }: Grown): string {
  return JSON.stringify([resource, description, unit]);
}

function together(a: Grown, b: Grown): Grown {
  const sum = (left = 0, right = 0) => left + right;
  return {
    ...a,
    before: a.before + b.before,
    after: a.after + b.after,
    quantityBefore: sum(a.quantityBefore, b.quantityBefore),
    quantityAfter: sum(a.quantityAfter, b.quantityAfter),
  };
}

function grownOf(
  row: {
    resource_id: string | null;
    resource_name: string | null;
    description: string | null;
    tags: string;
    unit: string | null;
    cost_before: string;
    cost_after: string;
    quantity_before: number | null;
    quantity_after: number | null;
  },
  daysAfter: number,
): Grown {
  const tags = JSON.parse(row.tags) as Record<string, string>;
  const createdBy = tags['aws:createdBy'] ?? tags.createdBy;
  const resource =
    row.resource_name ?? row.resource_id?.split(/[/:]/).filter(Boolean).at(-1);
  return {
    ...(resource && { resource }),
    ...(row.description && { description: row.description }),
    before: Number(row.cost_before) / UNIT / WINDOW,
    after: Number(row.cost_after) / UNIT / daysAfter,
    ...(row.unit && { unit: row.unit }),
    quantityBefore: Number(row.quantity_before ?? 0) / WINDOW,
    quantityAfter: Number(row.quantity_after ?? 0) / daysAfter,
    ...(createdBy && { createdBy }),
  };
}
