import type { CostSourceStanding } from '@portico/plugin-cost-common';

const NO_BREAK = '\u00a0';

/**
 * What collecting now costs: `4 requests, 0.04 USD`; `2 requests, free`. Undefined where the source does not say.
 * All decimals are shown, since a request costs a cent or less.
 */
export function priceWords({
  nextCollection,
}: CostSourceStanding): string | undefined {
  if (!nextCollection) return undefined;
  const { requests, cost } = nextCollection;
  const asked = `${requests.toLocaleString('en-US')}${NO_BREAK}${
    requests === 1 ? 'request' : 'requests'
  }`;
  return cost
    ? `${asked}, ${cost.amount}${NO_BREAK}${cost.currency}`
    : `${asked}, free`;
}
