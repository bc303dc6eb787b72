import { parseCostSelector, parseMoney } from '@portico/plugin-cost-common';
import type { CostSubject } from '../attribution/Subject';
import type { CostRow } from '../CostRow';

/** The day of a row that names no other. */
export const DAY = '2026-11-03';

/** Ten dollars of EC2 that nothing is known of. */
export function row(part: Partial<CostRow> & { cost?: string }): CostRow {
  const { cost = '10', ...rest } = part;
  return {
    day: DAY,
    providerName: 'AWS',
    billingAccountId: '1',
    serviceCategory: 'Compute',
    serviceName: 'Amazon EC2',
    chargeCategory: 'Usage',
    tags: {},
    billedCost: parseMoney(cost),
    effectiveCost: parseMoney(cost),
    billingCurrency: 'USD',
    ...rest,
  };
}

/** A component that a tag names, or a selector. */
export function component(name: string, selector?: string): CostSubject {
  return {
    entityRef: `component:default/${name}`,
    name,
    selector: selector ? parseCostSelector(selector) : undefined,
    dependents: [],
  };
}
