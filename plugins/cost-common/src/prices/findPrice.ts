import type { EstimateItem } from '../wire/estimate';
import type { PricedItem, PricedSize, PriceList } from '../wire/prices';
import { parseMoney, type Nanos } from '../money/money';

/** A price of the list for one that is to be made. */
export interface FoundPrice {
  item: PricedItem;
  size: PricedSize;
  monthly: Nanos;
}

/** Looks an item up in the list; otherwise says in a sentence what the list lacks. */
export function findPrice(
  list: PriceList,
  { item: id, size, environment }: EstimateItem,
): FoundPrice | { lacks: string } {
  const item = list.items.find(one => one.id === id);
  if (!item) return { lacks: `the price list has no '${id}'` };
  const found = size ? item.sizes.find(one => one.id === size) : item.sizes[0];
  if (!found) {
    return { lacks: `the price list has no ${item.title} of size '${size}'` };
  }
  return { item, size: found, monthly: monthlyOf(found, environment) };
}

/** A month's price of a size in an environment. */
export function monthlyOf(size: PricedSize, environment?: string): Nanos {
  const other = environment ? size.environments[environment] : undefined;
  return parseMoney(other ?? size.monthly);
}
