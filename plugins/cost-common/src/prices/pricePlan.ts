import { multiplyMoney, parseMoney, type Nanos } from '../money/money';
import type { PricedItem, PriceList } from '../wire/prices';
import { monthlyOf } from './findPrice';

/** A resource of a Terraform plan that is made, changed or destroyed. */
export interface PlannedResource {
  address: string;
  type: string;
  /** Attributes before; absent where it is new. */
  before?: Record<string, unknown>;
  /** Attributes after; absent where it is destroyed. */
  after?: Record<string, unknown>;
}

/** What the resources of a plan cost before and after it, or what no price is known for. */
export type PlanPrice = { before: Nanos; after: Nanos } | { unknown: string[] };

/**
 * Adds up what the resources that a plan touches cost at list prices. There is no sum where one of them has no price:
 * whoever decides shall not take a part for the whole.
 */
export function pricePlan(
  list: PriceList,
  resources: readonly PlannedResource[],
  environment?: string,
): PlanPrice {
  const sum = { before: 0n, after: 0n };
  const unknown: string[] = [];
  for (const { address, type, ...state } of resources) {
    if (list.free.includes(type)) continue;
    const item = list.items.find(one => one.terraform?.type === type);
    for (const when of ['before', 'after'] as const) {
      const attributes = state[when];
      if (!attributes) continue;
      const price = item && priceOf(item, attributes, environment);
      if (price === undefined) unknown.push(address);
      else sum[when] += price;
    }
  }
  return unknown.length ? { unknown: [...new Set(unknown)] } : sum;
}

/** Undefined for a size that the list lacks, or that is known only once it is there. */
function priceOf(
  { terraform, sizes }: PricedItem,
  attributes: Record<string, unknown>,
  environment?: string,
): Nanos | undefined {
  const { size: sizeIn, factors = [], extras = [] } = terraform ?? {};
  const size = sizeIn
    ? sizes.find(({ id }) => id === attributes[sizeIn])
    : sizes[0];
  if (!size) return undefined;
  let price = monthlyOf(size, environment);
  for (const { attribute, included, each } of extras) {
    const more =
      amountOf(attributes[attribute], included) - parseMoney(included);
    if (more > 0n) price += multiplyMoney(more, parseMoney(each));
  }
  for (const { attribute, times } of factors) {
    const value = attributes[attribute];
    if (times === undefined) price = multiplyMoney(price, amountOf(value, '1'));
    else if (value === true) price = multiplyMoney(price, parseMoney(times));
  }
  return price;
}

function amountOf(value: unknown, otherwise: string): Nanos {
  return parseMoney(typeof value === 'number' ? String(value) : otherwise);
}
