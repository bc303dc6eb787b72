import type { Labels, Sample } from '../../series/SeriesSource';

/** The moments at which an expression is evaluated, all at once; an instant query has one. */
export interface Steps {
  /** Milliseconds since 1970. */
  start: number;
  /** Milliseconds between two; at least 1. */
  step: number;
  count: number;
}

/** One series of a vector: its value at each step, where it has one. */
export interface Column {
  labels: Labels;
  values: Float64Array;
  /** 1 where there is a value. */
  present: Uint8Array;
}

/** What an expression yields, at every step. */
export type Value =
  | { type: 'scalar'; values: Float64Array }
  | { type: 'vector'; columns: Column[] }
  | { type: 'string'; value: string }
  | { type: 'matrix'; series: { labels: Labels; samples: Sample[] }[] };

export function emptyColumn(labels: Labels, count: number): Column {
  return {
    labels,
    values: new Float64Array(count),
    present: new Uint8Array(count),
  };
}

/** Whether the column has a value anywhere. */
export function isEmpty(column: Column): boolean {
  return !column.present.includes(1);
}

export function timeOf(steps: Steps, index: number): number {
  return steps.start + index * steps.step;
}
