/** How a series becomes one number: https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/expression-queries/#reduce */
export const REDUCERS: Record<string, (values: number[]) => number> = {
  count: values => values.length,
  last: values => values.at(-1) ?? NaN,
  max: values => (values.length ? Math.max(...values) : NaN),
  mean: values => sum(values) / values.length,
  median,
  min: values => (values.length ? Math.min(...values) : NaN),
  sum,
};

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
