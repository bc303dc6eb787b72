import { roundMoney, type Nanos } from './money';

const CENT = 10_000_000n;

/**
 * Rounds parts to cents so that they add up to their rounded sum: what a person adds up on screen is the total that
 * stands there. No part is off by a cent or more.
 */
export function roundToCents(parts: readonly Nanos[]): Nanos[] {
  const cut = parts.map(part => part - modulo(part));
  const sum = parts.reduce((all, part) => all + part, 0n);
  const missing =
    roundMoney(sum, 2) - cut.reduce((all, part) => all + part, 0n);
  const most = parts
    .map((part, at) => ({ at, lost: modulo(part) }))
    .sort((a, b) => {
      if (a.lost === b.lost) return a.at - b.at;
      return a.lost < b.lost ? 1 : -1;
    });
  for (const { at } of most.slice(0, Number(missing / CENT))) cut[at] += CENT;
  return cut;
}

/** What lies above the next lower cent. */
function modulo(part: Nanos): Nanos {
  return ((part % CENT) + CENT) % CENT;
}
