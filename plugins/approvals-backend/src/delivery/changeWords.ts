import { subtractMoney, type Change } from '@portico/plugin-approvals-common';

/** What happens to how many resources, e.g. `2 to add, 1 to replace`. */
export function summaryWords({ summary, kind }: Change): string {
  const parts = (['add', 'change', 'replace', 'destroy'] as const)
    .filter(action => summary[action] > 0)
    .map(action => `${summary[action]} to ${action}`);
  return parts.join(', ') || kind.replace('-', ' ');
}

/** e.g. `187.20 → 301.60 USD a month (+114.40)`; `undefined` if nobody knows. */
export function costWords({ cost }: Change): string | undefined {
  if (!cost) return undefined;
  const difference = subtractMoney(cost.monthlyAfter, cost.monthlyBefore);
  const sign = difference.startsWith('-') ? '' : '+';
  return `${cost.monthlyBefore} → ${cost.monthlyAfter} ${
    cost.currency
  } a month (${sign}${difference.replace('-', '−')})`;
}

/** e.g. `production, orders-production, us-east-1`. */
export function placeWords({ where }: Change): string {
  return [where.environment, where.workspace, where.account, where.region]
    .filter(Boolean)
    .join(', ');
}
