import { InputError } from '@backstage/errors';
import type {
  CostBatch,
  CostRow,
  DaySlice,
  RowProblem,
} from '@portico/plugin-cost-node';
import { REQUIRED_COLUMNS, type FocusRecord } from './FocusRecord';
import { readCsv } from './readCsv';
import { readParquet } from './readParquet';
import { TagMapping } from './TagMapping';
import { toCostRow } from './toCostRow';

const ROWS_AT_ONCE = 5_000;

/** A file of a bill. */
export interface FocusFile {
  /** As messages name it, e.g. `s3://bills/2026-11/part-1.csv.gz`. */
  name: string;
  /** Its bytes, read from the start. */
  read(signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** Parts of it, where the source gives them: what is large need not be in memory as a whole. */
  parts?: {
    /** In bytes. */
    size: number;
    /** From a byte to the one before `end`. */
    slice(start: number, end: number, signal: AbortSignal): Promise<Uint8Array>;
  };
}

/**
 * Reads the rows of a file that fall into a slice. A row that is malformed is told with its line, and the rest is
 * taken; what is no FOCUS file at all is refused.
 *
 * @throws InputError where a column is missing, or it is neither CSV (`.csv`, `.csv.gz`) nor Parquet
 */
export async function* readFocusFile(
  file: FocusFile,
  slice: DaySlice,
  signal: AbortSignal,
  tags = new TagMapping(),
): AsyncGenerator<CostBatch> {
  let rows: CostRow[] = [];
  let problems: RowProblem[] = [];
  let checked = false;
  for await (const { record, line, problem } of recordsOf(
    file,
    tags.columns,
    signal,
  )) {
    signal.throwIfAborted();
    if (problem !== undefined) {
      problems.push({ where: file.name, line, message: problem });
      continue;
    }
    if (!checked) refuseOther(file, record);
    checked = true;
    try {
      const row = toCostRow(record, tags);
      if (row.day >= slice.from && row.day <= slice.to) rows.push(row);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push({ where: file.name, line, message: error.message });
    }
    if (rows.length + problems.length >= ROWS_AT_ONCE) {
      yield { rows, problems };
      rows = [];
      problems = [];
    }
  }
  yield { rows, problems };
}

/** A row with its place in the file, or why it could not even be split into columns. */
export type Located =
  | { record: FocusRecord; line: number; problem?: undefined }
  | { record?: undefined; line: number; problem: string };

function recordsOf(
  file: FocusFile,
  wanted: readonly string[],
  signal: AbortSignal,
): AsyncIterable<Located> {
  if (/\.csv(?:\.gz)?$/i.test(file.name)) return readCsv(file, wanted, signal);
  if (/\.parquet$/i.test(file.name)) return readParquet(file, wanted, signal);
  throw new InputError(
    `${file.name} is no file of a bill that can be read: FOCUS exports are .csv, .csv.gz or .parquet.`,
  );
}

function refuseOther({ name }: FocusFile, record: FocusRecord): void {
  const missing = REQUIRED_COLUMNS.filter(column => !(column in record));
  if (missing.length === 0) return;
  throw new InputError(
    `${name} is no FOCUS file: it has no column ${missing.join(
      ', ',
    )}. Export the bill as FOCUS 1.0 or later.`,
  );
}
