import type {
  DataFrameJson,
  FieldEntities,
  FieldJson,
  FieldType,
} from './DataFrameJson';

/** A field with its values. */
export interface Column {
  field: FieldJson;
  values: unknown[];
  entities?: FieldEntities;
}

interface ColumnOptions {
  labels?: Record<string, string>;
  config?: Record<string, unknown>;
  nullable?: boolean;
}

function column(
  name: string,
  type: FieldType,
  frame: string,
  values: unknown[],
  { labels, config, nullable }: ColumnOptions,
): Column {
  const typeInfo = { frame, ...(nullable && { nullable }) };
  const field = {
    name,
    type,
    typeInfo,
    ...(labels && { labels }),
    ...(config && { config }),
  };
  return { field, values };
}

/** @param values milliseconds since 1970 */
export function timeColumn(
  name: string,
  values: (number | null)[],
  options: ColumnOptions = {},
): Column {
  return column(name, 'time', 'time.Time', values, options);
}

export function stringColumn(
  name: string,
  values: (string | null)[],
  options: ColumnOptions = {},
): Column {
  return column(name, 'string', 'string', values, options);
}

export function booleanColumn(
  name: string,
  values: (boolean | null)[],
  options: ColumnOptions = {},
): Column {
  return column(name, 'boolean', 'bool', values, options);
}

/** Values that are JSON themselves. */
export function jsonColumn(
  name: string,
  values: object[],
  options: ColumnOptions = {},
): Column {
  return column(name, 'other', 'json.RawMessage', values, options);
}

const infinity = (value: number) => (value > 0 ? 'Inf' : 'NegInf');

const finite = (value: number | null) =>
  value !== null && Number.isFinite(value) ? value : null;

/** Numbers; those that are not finite become null, and are told beside. */
export function numberColumn(
  name: string,
  values: (number | null)[],
  options: ColumnOptions & { frame?: 'float64' | 'int64' } = {},
): Column {
  const entities: FieldEntities = {};
  values.forEach((value, index) => {
    if (value === null || Number.isFinite(value)) return;
    const kind = Number.isNaN(value) ? 'NaN' : infinity(value);
    (entities[kind] ??= []).push(index);
  });
  const { frame = 'float64', ...rest } = options;
  return {
    ...column(name, 'number', frame, values.map(finite), rest),
    ...(Object.keys(entities).length > 0 && { entities }),
  };
}

/** A frame of these columns. */
export function frameOf(
  columns: Column[],
  schema: Omit<DataFrameJson['schema'], 'fields'> = {},
): DataFrameJson {
  const told = columns.some(({ entities }) => entities);
  return {
    schema: { ...schema, fields: columns.map(({ field }) => field) },
    data: {
      values: columns.map(({ values }) => values),
      ...(told && { entities: columns.map(({ entities = null }) => entities) }),
    },
  };
}
