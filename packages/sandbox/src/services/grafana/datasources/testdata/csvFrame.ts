import {
  booleanColumn,
  frameOf,
  numberColumn,
  stringColumn,
  timeColumn,
  type Column,
} from '../frames/columns';
import type { DataFrameJson } from '../frames/DataFrameJson';
import { readLabels } from './labels';
import { parseCsv } from './parseCsv';

const nullable = true;

const FLOAT = /^[+-]?((\d+\.?\d*|\.\d+)(e[+-]?\d+)?|inf(inity)?|nan)$/i;

const orNull = (text: string) => (text === '' || text === 'null' ? null : text);

/**
 * A frame of CSV with a header. Types are found as Grafana's TestData finds them: by the first value for booleans,
 * whole numbers, numbers, else text; empty is null. A column with `time` in its name holds moments: milliseconds since
 * 1970, or RFC 3339. A header may carry labels, e.g. `value{host="a"}`.
 *
 * @throws CsvError
 */
export function csvFrame(
  text: string,
  refId: string,
  name?: string,
): DataFrameJson {
  const [header = [], ...records] = parseCsv(text);
  const columns = header.map((title, index) => {
    const values = records.map(record => record[index].trim());
    return csvColumn(title.trim(), values, index);
  });
  return frameOf(columns, { refId, ...(name && { name }) });
}

function csvColumn(title: string, texts: string[], index: number): Column {
  const brace = title.indexOf('{');
  const labels = brace < 0 ? {} : readLabels(title.slice(brace), index);
  const isLabelled = Object.keys(labels).length > 0;
  const name = isLabelled ? title.slice(0, brace) : title;
  const plain = valuesColumn(name, texts);
  const column = /time/i.test(title) ? asTime(plain) ?? plain : plain;
  return isLabelled
    ? { ...column, field: { ...column.field, labels } }
    : column;
}

/** A column of what texts stand for. */
export function valuesColumn(name: string, texts: string[]): Column {
  if (/^(t|f|true|false)$/i.test(texts[0] ?? '')) {
    const values = texts.map(text =>
      /^(null)?$/i.test(text) ? null : /^t(rue)?$/i.test(text),
    );
    return booleanColumn(name, values, { nullable });
  }
  const integers = texts.map(text => readNumber(text, /^[+-]?\d+$/));
  if (isNumeric(integers)) {
    return numberColumn(name, integers, { nullable, frame: 'int64' });
  }
  const floats = texts.map(text => readNumber(text, FLOAT));
  if (isNumeric(floats)) return numberColumn(name, floats, { nullable });
  return stringColumn(name, texts.map(orNull), { nullable });
}

/** Null for no value, undefined for what is no number. */
function readNumber(text: string, pattern: RegExp): number | null | undefined {
  if (orNull(text) === null) return null;
  if (!pattern.test(text)) return undefined;
  if (/nan/i.test(text)) return NaN;
  if (/inf/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return Number(text);
}

function isNumeric(
  values: (number | null | undefined)[],
): values is (number | null)[] {
  return !values.includes(undefined) && values.some(value => value !== null);
}

/** The column as moments; undefined where it holds none. */
function asTime({ field, values }: Column): Column | undefined {
  const moments = values.map(value => {
    if (typeof value === 'number') return Math.trunc(value);
    const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
    return typeof value === 'string' && rfc3339.test(value)
      ? Date.parse(value)
      : null;
  });
  return moments.some(one => one !== null)
    ? timeColumn(field.name, moments, { nullable })
    : undefined;
}
