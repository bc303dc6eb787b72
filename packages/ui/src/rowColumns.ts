import type { ComponentType, ReactNode } from 'react';

/** Id of the extension data with which a plugin hands `RowColumns` to a list of the app. */
export const ROW_COLUMNS = 'portico.row-columns';

/** A column that a plugin adds to a list of another. */
export interface RowColumn {
  id: string;
  title: string;
  /** At the right, for numbers. */
  end?: boolean;
  /** Left out where it is narrow. */
  wide?: boolean;
  /** How wide it is, as CSS has it, e.g. `132px`; room is shared evenly unless told. */
  width?: string;
}

/** What a plugin knows of the rows of a list. */
export interface RowValues {
  cell(column: string, key: string): ReactNode;
  /** Which comes first; where it says 0 the list's own order decides. */
  compare?(a: string, b: string): number;
  /** False leaves a row out, e.g. by a filter of the plugin. */
  includes?(key: string): boolean;
  /** A second line of the row, where it needs words. */
  reason?(key: string): ReactNode;
  /** Stands above the list, e.g. why a column says less than usual. */
  note?: ReactNode;
}

/** Columns that a plugin adds to a list whose rows are told apart by a key, such as an entity reference. */
export interface RowColumns {
  /** Kinds of rows that they say something of, e.g. `component`; every kind unless told. */
  kinds?: string[];
  columns: RowColumn[];
  /** Reads the values of all rows at once, keeps them fresh, and hands them to its children. */
  Source: ComponentType<{
    keys: string[];
    children(values: RowValues): ReactNode;
  }>;
}
