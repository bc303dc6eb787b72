import type { DataFrame, Field } from '@grafana/data';
import { grafanaData } from '../frames/library';
import { synchronous } from './synchronous';

interface Options {
  source?: string;
  format?: 'auto' | 'json' | 'kvp' | 'delimiter' | 'regexp';
  delimiter?: string;
  regExp?: string;
  jsonPaths?: { path: string; alias?: string }[];
  keepTime?: boolean;
  replace?: boolean;
}

/**
 * Fields out of texts: JSON, `key=value` pairs, parts between delimiters, named groups of an expression.
 * https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/transform-data/#extract-fields
 */
export const extractFields = synchronous<Options>(
  'extractFields',
  (frames, options) => frames.map(frame => extracted(frame, options)),
);

function extracted(frame: DataFrame, options: Options): DataFrame {
  const { FieldType, getFieldDisplayName, guessFieldTypeForField } =
    grafanaData();
  const source = frame.fields.find(
    field =>
      field.name === options.source ||
      getFieldDisplayName(field, frame) === options.source,
  );
  if (!source) return frame;
  const rows = source.values.map(value => read(value, options));
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))];
  const fields = names.map((name): Field => {
    const field: Field = {
      name,
      type: FieldType.other,
      config: {},
      values: rows.map(row => row[name] ?? null),
    };
    return { ...field, type: guessFieldTypeForField(field) ?? field.type };
  });
  const time = frame.fields.filter(({ type }) => type === FieldType.time);
  const kept = options.replace
    ? time.filter(() => options.keepTime)
    : frame.fields;
  return { ...frame, fields: [...kept, ...fields] };
}

function read(value: unknown, options: Options): Record<string, unknown> {
  const { format = 'auto' } = options;
  if (value !== null && typeof value === 'object') {
    return picked({ ...value }, options);
  }
  const text = String(value ?? '');
  switch (format) {
    case 'kvp':
      return pairs(text);
    case 'delimiter':
      return Object.fromEntries(
        text
          .split(options.delimiter ?? ',')
          .map(part => part.trim())
          .filter(Boolean)
          .map(part => [part, 1]),
      );
    case 'regexp':
      return {
        ...grafanaData()
          .stringToJsRegex(options.regExp || '/(?<NewField>.*)/')
          .exec(text)?.groups,
      };
    default:
      return json(text, options) ?? (format === 'json' ? {} : pairs(text));
  }
}

function json(
  text: string,
  options: Options,
): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object'
      ? picked({ ...value }, options)
      : undefined;
  } catch {
    return undefined; // a line that is no JSON has no fields
  }
}

/** What the paths name, e.g. `http.status`; everything if there are none. */
function picked(
  value: Record<string, unknown>,
  { jsonPaths = [] }: Options,
): Record<string, unknown> {
  if (jsonPaths.length === 0) return value;
  return Object.fromEntries(
    jsonPaths
      .filter(({ path }) => path)
      .map(({ path, alias }) => [alias || path, at(value, path)]),
  );
}

function at(value: unknown, path: string): unknown {
  const steps = path.replace(/\[['"]?([^\]'"]+)['"]?\]/g, '.$1').split('.');
  return steps
    .filter(Boolean)
    .reduce<unknown>(
      (it, step) =>
        it !== null && typeof it === 'object' && Object.hasOwn(it, step)
          ? (it as Record<string, unknown>)[step]
          : undefined,
      value,
    );
}

function pairs(text: string): Record<string, string> {
  const found = text.matchAll(
    /([^\s,;&|{}=:"']+)\s*[=:]\s*("(?:\\.|[^"])*"|'[^']*'|[^\s,;&|{}]+)/g,
  );
  return Object.fromEntries(
    [...found].map(([, key, value]) => [
      key,
      value.replace(/^(["'])(.*)\1$/, '$2'),
    ]),
  );
}
