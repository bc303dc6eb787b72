import type { JsonObject } from '../../datasources';
import { PROMETHEUS } from './targets';

type Chosen = string | string[];

const current = (value: Chosen, text = value) => ({ text, value });

const base = (name: string, type: string, label?: string) => ({
  name,
  type,
  ...(label && { label }),
  hide: 0,
  skipUrlSync: false,
});

/** Values that the data source is asked for, e.g. `label_values(up, environment)`. */
export function queryVariable(
  name: string,
  query: string,
  chosen: Chosen,
  more: JsonObject = {},
): JsonObject {
  return {
    ...base(name, 'query'),
    datasource: PROMETHEUS,
    definition: query,
    query: {
      qryType: 1,
      query,
      refId: 'PrometheusVariableQueryEditor-VariableQuery',
    },
    current: chosen === '$__all' ? current('$__all', 'All') : current(chosen),
    refresh: 2,
    regex: '',
    sort: 1,
    multi: false,
    includeAll: false,
    options: [],
    ...more,
  };
}

/** Several values may be chosen, or all. */
export const MULTI: JsonObject = { multi: true, includeAll: true };

/** Values that stand in the dashboard, e.g. `1,2` or `One : 1, Two : 2`. */
export function customVariable(
  name: string,
  query: string,
  chosen: Chosen,
  more: JsonObject = {},
): JsonObject {
  const options = query.split(/\s*,\s*/).map(entry => {
    const [text, value = text] = entry.split(/\s+:\s+/);
    return { text, value, selected: [chosen].flat().includes(value) };
  });
  const texts = [chosen]
    .flat()
    .map(value => options.find(one => one.value === value)?.text ?? value);
  return {
    ...base(name, 'custom'),
    query,
    options,
    current: current(chosen, Array.isArray(chosen) ? texts : texts[0]),
    multi: false,
    includeAll: false,
    ...more,
  };
}

export function constantVariable(name: string, value: string): JsonObject {
  return {
    ...base(name, 'constant'),
    hide: 2,
    query: value,
    current: current(value),
  };
}

export function textVariable(name: string, value: string): JsonObject {
  return {
    ...base(name, 'textbox'),
    query: value,
    current: current(value),
    options: [],
  };
}

/** Lengths of time, and one that fits the range. */
export function intervalVariable(
  name: string,
  query: string,
  chosen: string,
  more: JsonObject = {},
): JsonObject {
  return {
    ...base(name, 'interval'),
    query,
    current: current(chosen),
    auto: false,
    auto_count: 30,
    auto_min: '10s',
    refresh: 2,
    options: query
      .split(',')
      .map(value => ({ text: value, value, selected: value === chosen })),
    ...more,
  };
}

/** Data sources of one type. */
export function datasourceVariable(
  name: string,
  type: string,
  chosen: { name: string; uid: string },
): JsonObject {
  return {
    ...base(name, 'datasource'),
    query: type,
    current: current(chosen.uid, chosen.name),
    regex: '',
    refresh: 1,
    multi: false,
    includeAll: false,
    options: [],
  };
}

/** Filters that whoever looks adds to all queries of a data source. */
export function adhocVariable(
  name: string,
  filters: { key: string; operator: string; value: string }[] = [],
): JsonObject {
  return {
    ...base(name, 'adhoc'),
    datasource: PROMETHEUS,
    filters,
    baseFilters: [],
    ...(filters.length === 0 && { allowCustomValue: true }),
  };
}
