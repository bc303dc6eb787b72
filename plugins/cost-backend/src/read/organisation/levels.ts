import type { CostDimension } from '@portico/plugin-cost-common';

/** What is opened, level by level: a resource stands for itself, and nothing is beneath it. */
export type Level = CostDimension;

const LEVELS: Partial<Record<CostDimension, readonly Level[]>> = {
  owner: ['owner', 'component', 'resource'],
  system: ['system', 'component', 'resource'],
  domain: ['domain', 'system', 'component', 'resource'],
  component: ['component', 'resource'],
  provider: ['provider', 'account', 'service', 'resource'],
  account: ['account', 'service', 'resource'],
  category: ['category', 'service', 'resource'],
  service: ['service', 'resource'],
  environment: ['environment', 'service', 'resource'],
};

/** From the outermost to the innermost. */
export function levelsOf(by: CostDimension): readonly Level[] {
  return LEVELS[by] ?? [by, 'service', 'resource'];
}
