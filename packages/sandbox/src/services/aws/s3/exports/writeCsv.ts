import { gzipSync } from 'node:zlib';
import type { Charge } from '../../../../billing';
import { COLUMNS, type Cell } from './columns';

/** A CSV with a head, packed; times without milliseconds, tags as JSON. */
export function writeCsv(charges: readonly Charge[]): Buffer {
  const lines = [
    COLUMNS.map(({ name }) => name),
    ...charges.map(charge => COLUMNS.map(({ read }) => textOf(read(charge)))),
  ].map(cells => cells.map(quoted).join(','));
  return gzipSync(`${lines.join('\n')}\n`);
}

function textOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (cell instanceof Date) return `${cell.toISOString().slice(0, 19)}Z`;
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
