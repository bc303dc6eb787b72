import { COLUMNS, FORMER_NAMES } from './FocusRecord';

/** What a column of the file is read as: a name of FOCUS, or its own for one that is wanted as a tag. */
export type ColumnMap = (string | undefined)[];

/**
 * Finds FOCUS' columns in those of a file, however they are written: `BilledCost`, `billedcost` and `billed_cost` are
 * one. A name of another version counts where the right one is absent. All others are skipped, but for those that are
 * wanted by their own name.
 */
export function mapColumns(
  names: readonly string[],
  wanted: readonly string[] = [],
): ColumnMap {
  const own = new Map(COLUMNS.map(name => [plain(name), name]));
  const present = new Set(names.map(name => own.get(plain(name))));
  const former = new Map(
    Object.entries(FORMER_NAMES)
      .filter(([, name]) => !present.has(name))
      .map(([old, name]) => [plain(old), name]),
  );
  const extra = new Map(wanted.map(name => [plain(name), columnKey(name)]));
  const taken = new Set<string>();
  return names.map(name => {
    const key = plain(name);
    const found = own.get(key) ?? former.get(key) ?? extra.get(key);
    if (found === undefined || taken.has(found)) return undefined;
    taken.add(found);
    return found;
  });
}

/** Where a record keeps a column that FOCUS has not. */
export function columnKey(name: string): string {
  return `column:${name}`;
}

function plain(name: string): string {
  return name.replace(/[_\s]/g, '').toLowerCase();
}
