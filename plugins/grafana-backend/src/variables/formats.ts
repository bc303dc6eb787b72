import type { ChosenValue } from './VariableValues';

/** A value as a format gets it: a list where several can be chosen, even if one is. */
type Written = (
  value: string | string[],
  context: { name: string; args: string[]; chosen: ChosenValue },
) => string;

const each =
  (write: (value: string) => string, join: (values: string[]) => string) =>
  (value: string | string[]) =>
    Array.isArray(value) ? join(value.map(write)) : write(value);
const joined = (separator: string) => (values: string[]) =>
  values.join(separator);
const alternatives = (values: string[]) =>
  values.length === 1 ? values[0] : `(${values.join('|')})`;
const same = (value: string) => value;
const braces = (value: string | string[]) =>
  Array.isArray(value) ? `{${value.join(',')}}` : value;
const quoted = (quote: string, escaped: (value: string) => string) =>
  each(value => `${quote}${escaped(value)}${quote}`, joined(','));

/**
 * How values are written, by the name of the format:
 * https://grafana.com/docs/grafana/latest/visualizations/dashboards/variables/variable-syntax/#advanced-variable-format-options
 * `promql` and `sql` are what those data sources do where no format is named.
 */
const FORMATS = {
  csv: each(same, joined(',')),
  customqueryparam: (value, { name, args: [key = name, prefix = ''] }) =>
    parameters(value, encode(key), encode(prefix)),
  distributed: (value, { name }) =>
    Array.isArray(value)
      ? value.map((it, at) => (at ? `${name}=${it}` : it)).join(',')
      : value,
  doublequote: quoted('"', value => value.replaceAll('"', '\\"')),
  glob: value =>
    Array.isArray(value) && value.length === 1 ? value[0] : braces(value),
  html: each(escapeHtml, joined(', ')),
  join: (value, { args: [separator = ','] }) =>
    Array.isArray(value) ? value.join(separator) : value,
  json: value => (Array.isArray(value) ? JSON.stringify(value) : value),
  lucene: value => {
    if (!Array.isArray(value)) return escapeLucene(value);
    if (value.length === 0) return '__empty__';
    return `(${value.map(it => `"${escapeLucene(it)}"`).join(' OR ')})`;
  },
  percentencode: value => encode(braces(value)),
  pipe: each(same, joined('|')),
  promql: (value, { chosen }) =>
    chosen.multi || chosen.includeAll
      ? each(escapeForPromqlRegex, alternatives)(value)
      : String(value).replaceAll('\\', '\\\\').replaceAll("'", "\\\\'"),
  queryparam: (value, { name, chosen }) =>
    chosen.all ? `var-${name}=$__all` : parameters(value, `var-${name}`),
  raw: value => String(value),
  regex: each(escapeRegex, alternatives),
  singlequote: quoted("'", value => value.replaceAll("'", "\\'")),
  sql: (value, { chosen }) =>
    Array.isArray(value) || chosen.multi || chosen.includeAll
      ? FORMATS.sqlliteral(value, { name: '', args: [], chosen })
      : value.replaceAll("'", "''"),
  sqlliteral: quoted("'", value => value.replaceAll("'", "''")),
  sqlstring: quoted("'", value =>
    value.replaceAll("'", "''").replaceAll('"', '\\"'),
  ),
  text: (_value, { chosen }) => (chosen.all ? 'All' : chosen.texts.join(' + ')),
  uriencode: value => strict(encodeURI(braces(value))),
} satisfies Record<string, Written> as Record<string, Written>;

/** How values are written where a text names no format. */
export type ListFormat =
  | 'glob'
  | 'html'
  | 'lucene'
  | 'promql'
  | 'regex'
  | 'sql'
  | 'text';

const BY_DATASOURCE: [RegExp, ListFormat][] = [
  [/prometheus|^loki$/, 'promql'],
  [/mysql|postgres|mssql|bigquery|athena|redshift|clickhouse|snowflake/, 'sql'],
  [/elasticsearch|opensearch/, 'lucene'],
  [/influxdb/, 'regex'],
];

/** How a data source of that type wants values that have no format. */
export function formatOf(datasourceType: string | undefined): ListFormat {
  return (
    BY_DATASOURCE.find(([types]) => types.test(datasourceType ?? ''))?.[1] ??
    'glob'
  );
}

/** The value of a variable in a format, e.g. `regex` or `date:YYYY`; `glob` where there is no such format. */
export function writeAs(
  name: string,
  chosen: ChosenValue,
  format: string,
): string {
  const [id, ...args] = format.split(':');
  const write = Object.hasOwn(FORMATS, id) ? FORMATS[id] : FORMATS.glob;
  const value =
    chosen.multi || chosen.all ? chosen.values : chosen.values[0] ?? '';
  return write(value, { name, args, chosen });
}

function parameters(
  value: string | string[],
  key: string,
  prefix = '',
): string {
  return [value]
    .flat()
    .map(it => `${key}=${prefix}${encode(it)}`)
    .join('&');
}

function escapeRegex(value: string): string {
  return value.replace(/[\\^$*+?.()|[\]{}/]/g, '\\$&');
}

/** Within a string of PromQL, where the backslash must be written twice. */
function escapeForPromqlRegex(value: string): string {
  return value
    .replaceAll('\\', '\\\\\\\\')
    .replace(/[$^*{}[\]+?.()|]/g, '\\\\$&');
}

function escapeLucene(value: string): string {
  return Number.isNaN(Number(value))
    ? value.replace(/[!*+\-=<>\s&|()[\]{}^~?:\\/"]/g, '\\$&')
    : value;
}

function escapeHtml(value: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return value.replace(/[&<>"']/g, it => entities[it]);
}

/** RFC 3986, so `!'()*` too. */
function encode(value: string): string {
  return strict(encodeURIComponent(value));
}

function strict(encoded: string): string {
  return encoded.replace(
    /[!'()*]/g,
    it => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
