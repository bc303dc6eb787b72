import type { DatasourceRef } from '../reading/DashboardModel';
import { interpolate } from './interpolate';
import type { VariableValues } from './VariableValues';

/** A data source whose uid may be a variable, e.g. `${datasource}`. */
export function filledRef(
  ref: DatasourceRef,
  values: VariableValues,
): DatasourceRef {
  const fill = (text: string) => interpolate(text, { values, format: 'glob' });
  if (typeof ref === 'string') return fill(ref);
  return ref?.uid === undefined ? ref : { ...ref, uid: fill(ref.uid) };
}
