import {
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type AsyncBuffer,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { FocusRecord } from './FocusRecord';
import { mapColumns } from './mapColumns';
import type { FocusFile, Located } from './readFocusFile';

/**
 * Reads a Parquet file, one row group at a time, and only the columns that are wanted. An amount is told by its
 * shortest decimal (as the column is binary, or is made so), which is exact to the nine decimals that money has.
 */
export async function* readParquet(
  source: FocusFile,
  wanted: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Located> {
  const file = await bufferOf(source, signal);
  const metadata = await parquetMetadataAsync(file);
  const names = parquetSchema(metadata).children.map(
    ({ element }) => element.name,
  );
  const mapped = mapColumns(names, wanted).flatMap((to, index) =>
    to === undefined ? [] : [{ from: names[index], to }],
  );
  let rowStart = 0;
  for (const { num_rows: count } of metadata.row_groups) {
    signal.throwIfAborted();
    const rowEnd = rowStart + Number(count);
    const rows = await parquetReadObjects({
      file,
      metadata,
      columns: mapped.map(({ from }) => from),
      rowStart,
      rowEnd,
      compressors,
    });
    for (const [index, row] of rows.entries()) {
      const record: FocusRecord = {};
      for (const { from, to } of mapped) record[to] = row[from];
      yield { record, line: rowStart + index + 1 };
    }
    rowStart = rowEnd;
  }
}

/** Parquet begins at its end: it is read in parts where the source gives them, else it has to be there as a whole. */
async function bufferOf(
  { parts, read }: FocusFile,
  signal: AbortSignal,
): Promise<AsyncBuffer> {
  if (parts) {
    const { size: byteLength, slice } = parts;
    return {
      byteLength,
      slice: async (start, end = byteLength) =>
        exactly(await slice(start, end, signal)),
    };
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of read(signal)) chunks.push(chunk);
  return exactly(Buffer.concat(chunks));
}

/** A buffer may be a view of a larger one. */
function exactly(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
