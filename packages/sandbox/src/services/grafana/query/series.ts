import type { DataFrameJson } from '../datasources';

/** What an expression works on: one series, or one number with labels. */
export interface Series {
  labels: Record<string, string>;
  /** Absent for what is a number in itself, such as the result of a reduction or of an instant query. */
  times?: number[];
  /** NaN for what is not there. */
  values: number[];
}

/** The series of frames in any of the formats of https://grafana.com/developers/dataplane/timeseries/ */
export function readSeries(frames: DataFrameJson[]): Series[] {
  return frames.flatMap(({ schema: { fields, meta }, data }) => {
    const time = fields.findIndex(({ type }) => type === 'time');
    const isNumeric = time < 0 || meta?.type?.startsWith('numeric');
    return fields.flatMap(({ type, labels = {} }, index) => {
      const raw = data.values[index] ?? [];
      if (type !== 'number' || raw.length === 0) return [];
      const entities = data.entities?.[index];
      const values = raw.map((value, row) => {
        if (entities?.Inf?.includes(row)) return Infinity;
        if (entities?.NegInf?.includes(row)) return -Infinity;
        return typeof value === 'number' ? value : NaN;
      });
      if (isNumeric) return [{ labels, values: values.slice(-1) }];
      return [{ labels, times: data.values[time] as number[], values }];
    });
  });
}
