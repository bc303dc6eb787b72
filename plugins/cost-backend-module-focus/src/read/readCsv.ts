import { parse, type CsvError } from 'csv-parse';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { mapColumns } from './mapColumns';
import type { FocusFile, Located } from './readFocusFile';

/** Reads a CSV with a head, packed or not. A line with too few or too many cells is told, and skipped. */
export async function* readCsv(
  file: FocusFile,
  wanted: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Located> {
  const problems: Located[] = [];
  const parser = parse({
    bom: true,
    columns: (head: string[]) => mapColumns(head, wanted),
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  parser.on('skip', (error: CsvError) => {
    problems.push({ line: Number(error.lines), problem: error.message });
  });
  const bytes = Readable.from(file.read(signal));
  // An error on the way ends the parser with it, and reaches whoever reads.
  const ended = () => {};
  if (/\.gz$/i.test(file.name)) {
    pipeline(bytes, createGunzip(), parser, ended);
  } else {
    pipeline(bytes, parser, ended);
  }
  for await (const { record, info } of parser) {
    yield* problems.splice(0);
    yield { record, line: info.lines };
  }
  yield* problems.splice(0);
}
