import {
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { FocusFile, Located } from './readFocusFile';

/**
 * Reads a Parquet file, one row group at a time. An amount is told by its shortest decimal (as the column is binary,
 * or is made so), which is exact to the nine decimals that money has.
 */
export async function* readParquet(
  source: FocusFile,
  columns: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Located> {
  const file = await wholeOf(source, signal);
  const metadata = await parquetMetadataAsync(file);
  const present = parquetSchema(metadata).children.map(
    ({ element }) => element.name,
  );
  const wanted = columns.filter(column => present.includes(column));
  let rowStart = 0;
  for (const { num_rows: count } of metadata.row_groups) {
    signal.throwIfAborted();
    const rowEnd = rowStart + Number(count);
    const rows = await parquetReadObjects({
      file,
      metadata,
      columns: wanted,
      rowStart,
      rowEnd,
      compressors,
    });
    for (const [index, record] of rows.entries()) {
      yield { record, line: rowStart + index + 1 };
    }
    rowStart = rowEnd;
  }
}

/** Parquet begins at its end, so all of it has to be there. */
async function wholeOf(
  source: FocusFile,
  signal: AbortSignal,
): Promise<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.read(signal)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks)).buffer;
}
