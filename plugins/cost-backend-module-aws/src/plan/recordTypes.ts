import type { ChargeCategory } from '@portico/plugin-cost-common';

/**
 * What Cost Explorer's record types are in FOCUS. All that belongs to usage under a Savings Plan or a reservation is
 * usage: unblended, what a plan covers and its negation cancel out, so that the plan itself is billed once, as a
 * purchase; amortised, covered usage carries the plan, and the purchase what went unused.
 * https://docs.aws.amazon.com/cur/latest/userguide/Lineitem-columns.html#Lineitem-details-L-LineItemType
 */
const CATEGORIES: Record<string, ChargeCategory> = {
  usage: 'Usage',
  support: 'Usage',
  discountedusage: 'Usage',
  savingsplancoveredusage: 'Usage',
  savingsplannegation: 'Usage',
  fee: 'Purchase',
  rifee: 'Purchase',
  savingsplanrecurringfee: 'Purchase',
  savingsplanupfrontfee: 'Purchase',
  recurringreservationfee: 'Purchase',
  upfrontreservationfee: 'Purchase',
  reservationappliedusage: 'Usage',
  tax: 'Tax',
  credit: 'Credit',
  refund: 'Credit',
};

/** Discounts, and what AWS may come up with, are adjustments. */
export function chargeCategoryOf(recordType: string): ChargeCategory {
  const name = recordType.replace(/[^a-z]/gi, '').toLowerCase();
  return CATEGORIES[name] ?? 'Adjustment';
}
