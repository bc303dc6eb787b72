import type { DataFrame, Field } from '@grafana/data';
import { grafanaData } from './library';

/**
 * Fields with their reductions computed over the values that they have now.
 * https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/calculation-types/
 */
export function withCalcs(
  frames: DataFrame[],
  calcsOf: (field: Field) => readonly string[],
): DataFrame[] {
  const { isReducerID, reduceField } = grafanaData();
  return frames.map(frame => ({
    ...frame,
    fields: frame.fields.map(field => {
      const reducers = calcsOf(field).filter(isReducerID);
      if (reducers.length === 0) return field;
      const calcs = reduceField({ field: { ...field, state: null }, reducers });
      return { ...field, state: { ...field.state, calcs } };
    }),
  }));
}
