/** A resource, or a kind of usage, on both sides of the day that an anomaly begins; a day, in the base currency. */
export interface Grown {
  resource?: string;
  description?: string;
  before: number;
  after: number;
  /** Units a day, where the bill tells them. */
  unit?: string;
  quantityBefore?: number;
  quantityAfter?: number;
  /** Who made it, where a tag says so. */
  createdBy?: string;
}

/** Costs so much of the growth together that the rest is not worth a word. */
const MOST = 0.8;
const MOST_ITEMS = 3;
/** What is below, against the first, is not the reason. */
const LEAST = 0.1;

/** Those that explain most of the growth, the largest first. */
export function mainlyGrown(items: readonly Grown[]): {
  main: Grown[];
  /** Others that grew beside these. */
  others: number;
} {
  const growing = items
    .filter(({ before, after }) => after > before)
    .sort((a, b) => b.after - b.before - (a.after - a.before));
  const growth = growing.reduce((sum, it) => sum + it.after - it.before, 0);
  const main: Grown[] = [];
  let explained = 0;
  for (const item of growing) {
    const part = item.after - item.before;
    if (explained >= MOST * growth || part < LEAST * explained) break;
    if (main.length >= MOST_ITEMS) break;
    main.push(item);
    explained += part;
  }
  const others = growing.filter(
    item =>
      !main.includes(item) && item.after - item.before > LEAST * explained,
  ).length;
  return { main, others };
}
