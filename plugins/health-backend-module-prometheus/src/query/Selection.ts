import type { Matcher, Scope } from '@portico/plugin-prometheus-node';

/** Whose series an expression takes, and by what it tells them apart. */
export interface Selection {
  /** Labels of the result. */
  by: readonly string[];
  /** Labels that are asked for: what is recorded must have them. */
  asksFor: readonly string[];
  /** `metric{…}`. */
  select(metric: string, extra?: readonly Matcher[]): string;
}

/** All entities of a scope, by environment. */
export function ofScope(scope: Scope, environmentLabel: string): Selection {
  return {
    by: [...new Set([...scope.labels, environmentLabel])],
    asksFor: scope.askedLabels,
    select: (metric, extra) => scope.select(metric, extra),
  };
}
