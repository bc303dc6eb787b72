import { parseEntityRef } from '@backstage/catalog-model';

/** The name in an entity reference: `commerce` of `group:default/commerce`. */
export function nameOf(entityRef: string): string {
  return parseEntityRef(entityRef).name;
}

const NUMBER = new Intl.NumberFormat('en-US');

/** `1,000`. */
export const formatCount = (count: number) => NUMBER.format(count);

/** `payouts`, `payouts and orders`, `payouts, orders and cart`. */
export function listed(words: string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
