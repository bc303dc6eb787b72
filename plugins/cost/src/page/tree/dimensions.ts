import type { CostDimension } from '@portico/plugin-cost-common';

/** By what costs can be told apart in a table that drills down. */
export interface TreeDimension {
  value: CostDimension;
  /** On the button, and over its column. */
  title: string;
  /** What is beneath, in words. */
  beneath: string;
}

export const DIMENSIONS: readonly TreeDimension[] = [
  { value: 'owner', title: 'Team', beneath: 'service, resource' },
  { value: 'system', title: 'System', beneath: 'service, resource' },
  { value: 'domain', title: 'Domain', beneath: 'system, service, resource' },
  {
    value: 'provider',
    title: 'Provider',
    beneath: 'account, service, resource',
  },
  { value: 'environment', title: 'Environment', beneath: 'service, resource' },
];

const LABEL = 'label:';

/** The key of a tag or label that costs are told apart by. */
export const labelOf = (by: string): string | undefined =>
  by.startsWith(LABEL) ? by.slice(LABEL.length) : undefined;

/** The dimension that the address names; the first of the choices where it names none of them. */
export function dimensionOf(
  by: string | undefined,
  choices: readonly TreeDimension[] = DIMENSIONS,
): TreeDimension {
  const label = by && labelOf(by);
  if (label) {
    return {
      value: `label:${label}`,
      title: label,
      beneath: 'service, resource',
    };
  }
  return choices.find(({ value }) => value === by) ?? choices[0];
}
