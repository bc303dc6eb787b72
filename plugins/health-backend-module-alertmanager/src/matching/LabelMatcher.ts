import type { Labels } from '../client/types';

/** What an entity asks of one label of its alerts. */
export interface LabelMatcher {
  name: string;
  test(value: string): boolean;
}

export function matches(
  matchers: readonly LabelMatcher[],
  labels: Labels,
): boolean {
  return matchers.every(({ name, test }) => test(labels[name] ?? ''));
}
