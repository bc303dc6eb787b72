import type { JsonValue } from '@backstage/types';
import type { PanelField } from '@portico/plugin-grafana-common';
import type { LegendEntry } from './legendOptions';
import type { Look } from './Look';

/** Names of the reductions: https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/calculation-types/ */
const TITLES: Record<string, string> = {
  lastNotNull: 'Last *',
  last: 'Last',
  firstNotNull: 'First *',
  first: 'First',
  min: 'Min',
  max: 'Max',
  mean: 'Mean',
  median: 'Median',
  variance: 'Variance',
  stdDev: 'StdDev',
  sum: 'Total',
  count: 'Count',
  range: 'Range',
  delta: 'Delta',
  step: 'Step',
  diff: 'Difference',
  logmin: 'Min (above zero)',
  allIsZero: 'All zeros',
  allIsNull: 'All nulls',
  changeCount: 'Change count',
  distinctCount: 'Distinct count',
  diffperc: 'Difference percent',
  allValues: 'All values',
  uniqueValues: 'All unique values',
};

/** What a reduction is called; percentiles have theirs from their number. */
export function calcTitle(id: string): string {
  const percentile = /^p(\d{1,2})$/.exec(id);
  return TITLES[id] ?? (percentile ? `${Number(percentile[1])}th %` : id);
}

/** Reductions that are not in the unit of the field. */
const PLAIN: Record<string, string> = {
  count: 'none',
  changeCount: 'none',
  distinctCount: 'none',
  allIsZero: 'bool',
  allIsNull: 'bool',
  diffperc: 'percentunit',
};

function calcText(
  look: Look,
  field: PanelField,
  id: string,
  value: JsonValue | undefined,
): string {
  const unit = PLAIN[id];
  if (!unit) return look.text(field, value);
  const type = typeof value === 'boolean' ? 'boolean' : 'number';
  return look.text({ type, config: { unit } }, value);
}

/** The reductions of a field that a legend asks for, formatted. */
export function calcValues(
  look: Look,
  field: PanelField,
  calcs: readonly string[],
): LegendEntry['values'] {
  return calcs.map(id => {
    const value = field.calcs?.[id];
    return {
      title: calcTitle(id),
      text: calcText(look, field, id, value),
      sort: typeof value === 'number' ? value : NaN,
    };
  });
}
