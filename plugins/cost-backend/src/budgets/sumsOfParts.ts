import type { Nanos } from '@portico/plugin-cost-common';
import type { CostCatalog } from '../subjects/CostCatalog';
import type { CostEntity } from '../subjects/CostEntity';

const WHOLES = ['system', 'domain', 'group'];

/**
 * Budgets of systems, domains and groups that have none of their own: the sum of their components', if each component
 * that costs anything has one. A sum with gaps would be exceeded by whatever has no budget.
 *
 * @param budgets amounts in the base currency, by reference
 * @param costly references of what has cost anything
 */
export function sumsOfParts(
  catalog: CostCatalog,
  budgets: ReadonlyMap<string, Nanos>,
  costly: ReadonlySet<string>,
): Map<string, Nanos> {
  const sums = new Map<string, Nanos>();
  for (const { ref, kind } of catalog.byRef.values()) {
    if (!WHOLES.includes(kind) || budgets.has(ref)) continue;
    const parts = catalog
      .covers(ref)
      .flatMap(part => (part === ref ? [] : catalog.byRef.get(part) ?? []));
    const sum = sumOf(parts);
    if (sum !== undefined) sums.set(ref, sum);
  }
  return sums;

  function sumOf(parts: readonly CostEntity[]): Nanos | undefined {
    let sum: Nanos | undefined;
    for (const part of parts) {
      if (!['component', 'resource'].includes(part.kind)) continue;
      // What is a part of something with a budget is in that budget already.
      if (hasBudgetAbove(part)) continue;
      const amount = budgets.get(part.ref);
      if (amount !== undefined) sum = (sum ?? 0n) + amount;
      else if (part.kind === 'component' && costly.has(part.ref)) {
        return undefined;
      }
    }
    return sum;
  }

  function hasBudgetAbove({ ref, parent }: CostEntity): boolean {
    const seen = new Set([ref]);
    let at = parent;
    while (at !== undefined && !seen.has(at)) {
      if (budgets.has(at)) return true;
      seen.add(at);
      at = catalog.byRef.get(at)?.parent;
    }
    return false;
  }
}
