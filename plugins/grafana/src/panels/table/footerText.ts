import {
  type Display,
  formatted,
  type PanelField,
} from '@portico/plugin-grafana-common';
import { calcTitle } from '../../charts/legendEntries';
import { Options } from '../../charts/Options';
import type { TableOptions } from './tableOptions';

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** Reductions that a footer computes over the rows that are shown, as filters may leave some out. */
const REDUCERS: Record<string, (numbers: number[]) => number | undefined> = {
  sum: numbers => numbers.reduce((a, b) => a + b, 0),
  mean: numbers => numbers.reduce((a, b) => a + b, 0) / numbers.length,
  min: numbers => Math.min(...numbers),
  max: numbers => Math.max(...numbers),
  first: numbers => numbers[0],
  firstNotNull: numbers => numbers[0],
  last: numbers => numbers[numbers.length - 1],
  lastNotNull: numbers => numbers[numbers.length - 1],
  range: numbers => Math.max(...numbers) - Math.min(...numbers),
  median: numbers => {
    const sorted = [...numbers].sort((a, b) => a - b);
    const middle = sorted.length / 2;
    const [low, high] = [Math.ceil(middle) - 1, Math.floor(middle)];
    return (sorted[low] + sorted[high]) / 2;
  },
};

/** Reducers of a field's own footer, else those of the table's. */
function reducersOf(field: PanelField, { footer }: TableOptions): string[] {
  const own = new Options(field.config.custom).child('footer');
  const reducers = own.texts('reducers');
  if (reducers.length > 0) {
    return reducers;
  }
  const meant =
    footer.fields.length === 0 ||
    footer.fields.includes(field.displayName) ||
    footer.fields.includes(field.name);
  return footer.shown && meant && field.type === 'number'
    ? footer.reducers
    : [];
}

/** What stands below a column: its reductions over some rows, named where there are several. */
export function footerText(
  field: PanelField,
  display: Display,
  rows: readonly number[],
  options: TableOptions,
): string | undefined {
  const reducers = reducersOf(field, options);
  const values = rows.map(row => field.values[row]);
  const numbers = values.filter(isNumber);
  const known = values.filter(value => value !== null && value !== '');
  const texts = reducers.map(id => {
    const counted = id === 'countAll' || id === 'count';
    const distinct = id === 'distinctCount' && new Set(known).size;
    const count = counted ? values.length : distinct;
    const value = numbers.length > 0 ? REDUCERS[id]?.(numbers) : undefined;
    const text =
      count === false
        ? formatted(display(value ?? field.calcs?.[id] ?? null))
        : count.toLocaleString('en-US');
    return `${id === 'countAll' ? 'Count' : calcTitle(id)} ${text}`;
  });
  return texts.length > 0 ? texts.join(', ') : undefined;
}
