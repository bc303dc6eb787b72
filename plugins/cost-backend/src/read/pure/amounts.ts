import {
  moneyToFixed,
  roundMoney,
  type Amount,
  type Nanos,
} from '@portico/plugin-cost-common';

const CENT = 10_000_000n;
const UNIT = 1_000_000_000;

/** Amounts by day, `YYYY-MM-DD`. */
export type Daily = ReadonlyMap<string, Nanos>;

/** As it is sent: rounded to cents. */
export function cents(nanos: Nanos): Amount {
  return moneyToFixed(nanos, 2);
}

/** In units of the currency, for reckoning and not for sums. */
export function toUnits(nanos: Nanos): number {
  return Number(nanos) / UNIT;
}

/** A reckoned number as an amount, to cents. */
export function fromUnits(units: number): Nanos {
  return BigInt(Math.round(units * 100)) * CENT;
}

/** Orders amounts, the largest first. */
export function descending(a: Nanos, b: Nanos): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}

export function sum(amounts: Iterable<Nanos>): Nanos {
  let all = 0n;
  for (const amount of amounts) all += amount;
  return all;
}

/** What the days cost together. */
export function sumOf(daily: Daily, days: readonly string[]): Nanos {
  return sum(days.map(day => daily.get(day) ?? 0n));
}

/** All of them, day by day. */
export function addUp(parts: Iterable<Daily>): Map<string, Nanos> {
  const all = new Map<string, Nanos>();
  for (const part of parts) {
    for (const [day, amount] of part) {
      all.set(day, (all.get(day) ?? 0n) + amount);
    }
  }
  return all;
}

/** How much more than before, as a ratio; undefined where there was nothing to compare with. */
export function changeOf(after: Nanos, before: Nanos): number | undefined {
  if (before <= 0n) return undefined;
  return Number(((after - before) * 1_000_000n) / before) / 1_000_000;
}

/** A part of a whole as a ratio; 0 of nothing. */
export function shareOf(part: Nanos, whole: Nanos): number {
  if (whole === 0n) return 0;
  return Number((part * 1_000_000n) / whole) / 1_000_000;
}

/**
 * Rounds parts to cents so that they add up to a total that is shown already: each is cut, and what is missing goes, a
 * cent each, to those who lost most by it.
 *
 * @param total in whole cents; the rounded sum if absent
 */
export function roundTo(parts: readonly Nanos[], total?: Nanos): Nanos[] {
  if (parts.length === 0) return [];
  const goal = total ?? roundMoney(sum(parts), 2);
  const cut = parts.map(part => part - lost(part));
  const most = parts
    .map((part, at) => ({ at, by: lost(part) }))
    .sort((a, b) => descending(a.by, b.by) || a.at - b.at)
    .map(({ at }) => at);
  let missing = Number((goal - sum(cut)) / CENT);
  for (let next = 0; missing > 0; missing--, next++) {
    cut[most[next % most.length]] += CENT;
  }
  // A part was shown a cent lower than it is.
  for (let next = most.length - 1; missing < 0; missing++, next--) {
    cut[most[(next + most.length) % most.length]] -= CENT;
  }
  return cut;
}

/** What lies above the next lower cent. */
function lost(part: Nanos): Nanos {
  return ((part % CENT) + CENT) % CENT;
}
