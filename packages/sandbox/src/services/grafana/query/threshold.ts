const COMPARISONS: Record<
  string,
  (value: number, first: number, second: number) => boolean
> = {
  gt: (value, first) => value > first,
  lt: (value, first) => value < first,
  gte: (value, first) => value >= first,
  lte: (value, first) => value <= first,
  eq: (value, first) => value === first,
  ne: (value, first) => value !== first,
  within_range: (value, first, second) => value > first && value < second,
  outside_range: (value, first, second) => value < first || value > second,
};

/** Whether a value is what a threshold asks; undefined for a kind of comparison that Grafana doesn't have. */
export function exceeds(
  value: number,
  evaluator: { type?: unknown; params?: unknown },
): boolean | undefined {
  const [first = 0, second = 0] = Array.isArray(evaluator.params)
    ? evaluator.params.map(Number)
    : [];
  return COMPARISONS[String(evaluator.type)]?.(value, first, second);
}
