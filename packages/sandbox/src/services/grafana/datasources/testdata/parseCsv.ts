/** Raised for text that is no CSV; says in which line. */
export class CsvError extends Error {
  name = 'CsvError';
}

/**
 * Records of a CSV as Go reads it: RFC 4180, empty lines left out, all records as long as the first.
 * https://pkg.go.dev/encoding/csv
 */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  for (const { fields, line } of readRecords(text.replace(/\r\n/g, '\n'))) {
    if (fields.length === 1 && fields[0] === '') continue;
    if (records.length > 0 && fields.length !== records[0].length) {
      throw new CsvError(`record on line ${line}: wrong number of fields`);
    }
    records.push(fields);
  }
  return records;
}

/** A field in quotes or without, and what ends it. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\n][^,\n]*|))(,|\n|$)/y;

function* readRecords(
  text: string,
): Generator<{ fields: string[]; line: number }> {
  let fields: string[] = [];
  let line = 1;
  let at = 0;
  while (at <= text.length) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(text);
    if (!match) {
      throw new CsvError(`parse error on line ${line}: bare " in a field`);
    }
    const [all, quoted, plain, end] = match;
    fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += all.length;
    if (end !== ',') {
      yield { fields, line };
      fields = [];
      if (end === '') return;
    }
    line += all.split('\n').length - 1;
  }
}
