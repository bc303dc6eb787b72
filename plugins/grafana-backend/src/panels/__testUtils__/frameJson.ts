import type { JsonObject, JsonValue } from '@backstage/types';

/** A column of a frame, as Grafana's API writes it. */
export interface Column {
  name: string;
  type: 'time' | 'number' | 'string' | 'boolean' | 'other';
  values: JsonValue[];
  labels?: Record<string, string>;
  config?: JsonObject;
  /** Positions of values that JSON can't say. */
  entities?: JsonObject;
}

/** A frame, as Grafana's API writes it. */
export function frameJson(
  columns: readonly Column[],
  schema: JsonObject = {},
): JsonObject {
  return {
    schema: {
      ...schema,
      fields: columns.map(({ values, entities, ...field }) => ({ ...field })),
    },
    data: {
      values: columns.map(({ values }) => values),
      entities: columns.map(({ entities }) => entities ?? null),
    },
  };
}

/** Times a minute apart, from the hour on. */
export function minutes(count: number, start = 0): number[] {
  return Array.from({ length: count }, (_, at) => start + at * 60_000);
}

/** A series as Prometheus has it: a frame of its own, with labels. */
export function series(
  labels: Record<string, string>,
  values: JsonValue[],
  times: number[] = minutes(values.length),
): JsonObject {
  return frameJson([
    { name: 'Time', type: 'time', values: times },
    { name: 'Value', type: 'number', values, labels },
  ]);
}
