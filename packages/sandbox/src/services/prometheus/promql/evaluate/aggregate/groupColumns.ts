import type { Labels } from '../../../series/SeriesSource';
import { keepOnly, keyOf, labelKey, without } from '../../labels/labelSets';
import type { Column } from '../Value';

/** What `by (…)` or `without (…)` says. */
export interface Grouping {
  labels: readonly string[];
  without: boolean;
}

/** Columns that an aggregation takes as one. */
export interface Group {
  labels: Labels;
  columns: Column[];
}

/** Sorts columns into groups, in the order in which these first come. */
export function groupColumns(columns: Column[], grouping: Grouping): Group[] {
  const groups = new Map<string, Group>();
  const dropped = [...grouping.labels, '__name__'];
  for (const column of columns) {
    const { labels } = column;
    const rest = grouping.without ? without(labels, dropped) : undefined;
    const key = rest ? labelKey(rest) : keyOf(labels, grouping.labels);
    const group = groups.get(key);
    if (group) {
      group.columns.push(column);
    } else {
      groups.set(key, {
        labels: rest ?? keepOnly(labels, grouping.labels),
        columns: [column],
      });
    }
  }
  return [...groups.values()];
}
