import { emptyColumn, type Column } from '../Value';
import type { Group } from './groupColumns';
import type { Accumulator, Reducer } from './reducers';

/** The value of one group at each step. */
export function reduceGroup(
  group: Group,
  reducer: Reducer,
  count: number,
): Column {
  const result = emptyColumn(group.labels, count);
  for (let i = 0; i < count; i += 1) {
    const state: Accumulator = { count: 0, value: 0, mean: 0 };
    for (const { present, values } of group.columns) {
      if (!present[i]) continue;
      state.count += 1;
      reducer.add(state, values[i]);
    }
    if (state.count === 0) continue;
    result.values[i] = reducer.result(state);
    result.present[i] = 1;
  }
  return result;
}
