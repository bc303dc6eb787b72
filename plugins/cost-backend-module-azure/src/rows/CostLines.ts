import { parseMoney, type Nanos } from '@portico/plugin-cost-common';
import { InputError } from '@backstage/errors';
import type { CostPage, CostType, CostValue } from '../client/CostTable';

/** Costs of one day, of all that is the same in its columns: invoiced, and with reservations spread. */
export interface CostLine {
  text(column: string): string;
  tags: readonly string[];
  billed: Nanos;
  effective: Nanos;
}

/** Joins the two answers by their columns: what is in one only costs nothing in the other. */
export class CostLines {
  readonly #lines = new Map<string, CostLine>();

  /** @throws InputError where a column is missing that all answers have */
  add(type: CostType, { columns, rows }: CostPage): void {
    const places = new Map(
      columns.map(({ name }, index) => [name.toLowerCase(), index]),
    );
    const cost = places.get('cost');
    if (cost === undefined || !places.has('usagedate')) {
      throw new InputError(
        `Azure Cost Management answered with the columns ${columns
          .map(({ name }) => name)
          .join(', ')}; Cost or UsageDate is missing.`,
      );
    }
    for (const row of rows) {
      const key = JSON.stringify(row.filter((_, index) => index !== cost));
      const line = this.#lines.get(key) ?? lineOf(row, places);
      const amount = parseMoney(String(row[cost]));
      if (type === 'ActualCost') line.billed += amount;
      else line.effective += amount;
      this.#lines.set(key, line);
    }
  }

  values(): CostLine[] {
    return [...this.#lines.values()];
  }
}

function lineOf(row: CostValue[], places: Map<string, number>): CostLine {
  const valueOf = (column: string) => row[places.get(column) ?? -1];
  const tags = valueOf('tags');
  return {
    text: column => String(valueOf(column.toLowerCase()) ?? ''),
    tags: Array.isArray(tags) ? tags : [],
    billed: 0n,
    effective: 0n,
  };
}
