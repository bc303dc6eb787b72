import type { JsonObject } from '@backstage/types';
import type { DataFrame, Field } from '@grafana/data';
import { grafanaData } from '../frames/library';
import { strings } from './legendCalcs';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/stat/#value-options */
export interface ReduceOptions {
  /** Each row is shown, and not a reduction of all. */
  values: boolean;
  calcs: string[];
  /** Most rows that are shown. */
  limit: number;
  includes(field: Field, frame: DataFrame, all: DataFrame[]): boolean;
}

/** Grafana's own most, where a panel names none. */
const MOST_ROWS = 25;

/** How a panel makes values of fields; Grafana's defaults where it does not say. */
export function readReduceOptions(options: JsonObject): ReduceOptions {
  const { getFieldMatcher } = grafanaData();
  const reduce = (options.reduceOptions ?? {}) as JsonObject;
  const { calcs, values, limit, fields } = reduce;
  const named = strings(calcs);
  const whenUnset = calcs === undefined ? 'lastNotNull' : 'last';
  return {
    values: values === true,
    calcs: named.length > 0 ? named : [whenUnset],
    limit: typeof limit === 'number' && limit > 0 ? limit : MOST_ROWS,
    includes: getFieldMatcher(
      fields
        ? { id: 'byRegexp', options: fields }
        : { id: 'numeric', options: undefined },
    ),
  };
}
