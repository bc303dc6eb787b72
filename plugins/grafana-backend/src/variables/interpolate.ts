import type { JsonValue } from '@backstage/types';
import type { BuiltIns } from './builtIns';
import { writeAs, type ListFormat } from './formats';
import type { ChosenValue, VariableValues } from './VariableValues';

/** What a text is filled in with. */
export interface Interpolation {
  values: VariableValues;
  /** Of Grafana's own; what is absent stays as it is written, e.g. `$__interval` for a data source that knows it. */
  builtIns?: BuiltIns;
  /** How values are written where the text names no format, e.g. `formatOf(datasource.type)`; `glob` if absent. */
  format?: ListFormat;
}

const VARIABLE =
  /\$(\w+)|\[\[(\w+?)(?::([\w:]+))?\]\]|\$\{(\w+)(?:\.([^:^}]+))?(?::([^}]+))?\}/g;
/** Named in a value that stands for all, these formats are kept to. */
const KEPT_FOR_ALL = ['text', 'queryparam', 'percentencode'];

/**
 * A text with `$name`, `${name}`, `${name:format}`, `${name.field}` and `[[name:format]]` filled in. What names no
 * variable stays as it is written.
 * https://grafana.com/docs/grafana/latest/visualizations/dashboards/variables/variable-syntax/
 */
export function interpolate(text: string, options: Interpolation): string {
  const { values, builtIns = {}, format } = options;
  return text.replace(
    VARIABLE,
    (
      whole: string,
      plain: string | undefined,
      bracketed: string | undefined,
      bracketFormat: string | undefined,
      braced: string | undefined,
      field: string | undefined,
      braceFormat: string | undefined,
    ) => {
      const name = plain ?? bracketed ?? braced ?? '';
      const named = bracketFormat ?? braceFormat;
      if (Object.hasOwn(builtIns, name)) {
        return builtIns[name]({ format: named, field }) ?? whole;
      }
      const chosen = values.get(name);
      if (!chosen || chosen.type === 'adhoc') return whole;
      if (chosen.all && chosen.allValue) {
        return writeAll(name, chosen, named, options);
      }
      return writeAs(
        name,
        field === 'text' ? { ...chosen, values: chosen.texts } : chosen,
        named ?? format ?? 'glob',
      );
    },
  );
}

/** Of each text within a value of JSON; the names of its fields stay. */
export function interpolateJson<T extends JsonValue>(
  value: T,
  options: Interpolation,
): T;
export function interpolateJson(
  value: JsonValue,
  options: Interpolation,
): JsonValue {
  if (typeof value === 'string') return interpolate(value, options);
  if (Array.isArray(value)) {
    return value.map(item => interpolateJson(item, options));
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      item === undefined ? item : interpolateJson(item, options),
    ]),
  );
}

/** Grafana takes a value of its own for all as it is, with variables in it. */
function writeAll(
  name: string,
  chosen: ChosenValue,
  format: string | undefined,
  options: Interpolation,
): string {
  if (format && KEPT_FOR_ALL.includes(format)) {
    return writeAs(
      name,
      {
        ...chosen,
        values: [chosen.allValue!],
        multi: false,
        all: format !== 'percentencode',
      },
      format,
    );
  }
  const others = new Map(options.values);
  others.delete(name);
  return interpolate(chosen.allValue!, { ...options, values: others });
}
