import type { JsonObject, JsonValue } from '@backstage/types';
import type { AdHocFilter, VariableView } from '@portico/plugin-grafana-common';
import type { DatasourceRef, VariableModel } from './DashboardModel';
import {
  isObject,
  numberOf,
  objectOf,
  objectsOf,
  textOf,
  textsOf,
} from './json';

const TYPES: Record<string, VariableView['type']> = {
  query: 'query',
  custom: 'custom',
  constant: 'constant',
  interval: 'interval',
  datasource: 'datasource',
  adhoc: 'adhoc',
  textbox: 'textbox',
  switch: 'custom',
};
const HIDDEN: VariableView['hide'][] = ['no', 'label', 'variable'];
const OPERATORS: AdHocFilter['operator'][] = [
  '=',
  '!=',
  '=~',
  '!~',
  '=|',
  '!=|',
  '<',
  '>',
];

/** A variable of `templating.list`; undefined for kinds that fill in nothing, e.g. `groupby`. */
export function readVariable(json: JsonObject): VariableModel | undefined {
  const kind = TYPES[String(json.type)];
  const name = textOf(json.name);
  if (!kind || !name) return undefined;
  const current = objectOf(json.current);
  const auto = json.auto
    ? {
        count: numberOf(json.auto_count) ?? 30,
        min: textOf(json.auto_min) ?? '10s',
      }
    : undefined;
  return {
    name,
    label: textOf(json.label),
    description: textOf(json.description),
    type: kind,
    hide: HIDDEN[numberOf(json.hide) ?? 0] ?? 'no',
    multi: json.multi === true,
    includeAll: json.includeAll === true,
    allValue: textOf(json.allValue),
    query: json.query ?? '',
    datasource: readDatasourceRef(json.datasource),
    regex: textOf(json.regex) ?? '',
    regexApplyTo: json.regexApplyTo === 'text' ? 'text' : 'value',
    sort: numberOf(json.sort) ?? 0,
    options: objectsOf(json.options).map(({ text, value }) => ({
      text: textsOf(text ?? value).join(' + '),
      value: textsOf(value).join(','),
    })),
    current: textsOf(current.value),
    currentTexts: textsOf(current.text ?? current.value),
    auto,
    filters: objectsOf(json.filters).flatMap(readFilter),
    baseFilters: objectsOf(json.baseFilters).flatMap(readFilter),
    keys: keysOf(objectsOf(json.defaultKeys)),
  };
}

/** `undefined` and `null` are the default data source. */
export function readDatasourceRef(json: JsonValue | undefined): DatasourceRef {
  if (typeof json === 'string') return json;
  if (!isObject(json)) return undefined;
  return { uid: textOf(json.uid), type: textOf(json.type) };
}

/** Keys that the dashboard offers itself; none is meant to offer all. */
function keysOf(keys: JsonObject[]): string[] | undefined {
  return keys.length
    ? keys.map(({ value, text }) => String(value ?? text))
    : undefined;
}

function readFilter({ key, operator, value }: JsonObject): AdHocFilter[] {
  const known = OPERATORS.find(it => it === operator);
  return known && typeof key === 'string'
    ? [{ key, operator: known, value: String(value ?? '') }]
    : [];
}
