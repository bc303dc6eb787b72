import {
  moneyToDecimal,
  type Budget,
  type Rates,
} from '@portico/plugin-cost-common';
import type { ConfiguredBudget } from '../config/CostConfig';
import type { CostCatalog } from '../subjects/CostCatalog';
import type { CostEntity } from '../subjects/CostEntity';
import { ORGANISATION, type BudgetLine } from './BudgetLine';
import { sumsOfParts } from './sumsOfParts';

/**
 * All budgets of a month: those of the config, then those that entities carry, then sums of parts. A line of the
 * config counts more than the annotation of the same entity: it is who pays that wrote it.
 *
 * @param options.month `YYYY-MM`: rates of its first day hold
 * @param options.finance references of those who are told of what is nobody's own
 * @param options.costly references of what has cost anything in that month
 */
export function budgetLines(
  catalog: CostCatalog,
  configured: readonly ConfiguredBudget[],
  options: {
    rates: Rates;
    month: string;
    finance: readonly string[];
    costly: ReadonlySet<string>;
  },
): BudgetLine[] {
  const lines = new Map<string, BudgetLine>();
  const add = (line: Omit<BudgetLine, 'stated' | 'amount'>, budget: Budget) => {
    if (lines.has(line.id)) return;
    lines.set(line.id, {
      ...line,
      stated: `${moneyToDecimal(budget.amount)} ${budget.currency}`,
      ...inBase(budget, options),
    });
  };
  for (const budget of configured) {
    add({ from: 'config', ...subjectOf(budget, catalog, options) }, budget);
  }
  for (const entity of catalog.byRef.values()) {
    if (entity.budget) {
      add({ from: 'annotation', ...ofEntity(entity) }, entity.budget);
    }
  }
  for (const entity of catalog.byRef.values()) {
    const problem = entity.problems.find(it => it.includes('cost-budget'));
    if (problem && !lines.has(entity.ref)) {
      lines.set(entity.ref, {
        ...ofEntity(entity),
        from: 'annotation',
        stated: '',
        problem,
      });
    }
  }
  const { base } = options.rates;
  const amounts = new Map(
    [...lines].flatMap(([id, { amount }]) =>
      amount === undefined ? [] : [[id, amount] as const],
    ),
  );
  for (const [ref, amount] of sumsOfParts(catalog, amounts, options.costly)) {
    if (lines.has(ref)) continue;
    lines.set(ref, {
      ...ofEntity(catalog.byRef.get(ref)!),
      from: 'parts',
      stated: `${moneyToDecimal(amount)} ${base}`,
      amount,
    });
  }
  return [...lines.values()];
}

type Subject = Pick<BudgetLine, 'id' | 'title' | 'of' | 'tell' | 'problem'>;

function ofEntity({ ref, title, kind, owner }: CostEntity): Subject {
  const owns = kind === 'group' ? ref : owner;
  return {
    id: ref,
    title,
    of: { entityRef: ref },
    tell: owns ? [owns] : [],
  };
}

function subjectOf(
  budget: ConfiguredBudget,
  catalog: CostCatalog,
  { finance: tell }: { finance: readonly string[] },
): Subject {
  if ('entityRef' in budget) {
    const { entityRef } = budget;
    const entity = catalog.byRef.get(entityRef);
    if (entity) return ofEntity(entity);
    return {
      id: entityRef,
      title: entityRef,
      of: { entityRef },
      tell,
      problem: `cost.budgets: ${entityRef} is not in the catalog; nothing can be spent from its budget.`,
    };
  }
  if ('organisation' in budget) {
    return {
      id: ORGANISATION,
      title: 'The organisation',
      of: { organisation: true },
      tell,
    };
  }
  if ('provider' in budget) {
    const { provider } = budget;
    return {
      id: `provider:${provider}`,
      title: provider,
      of: { provider },
      tell,
    };
  }
  const { category } = budget;
  return {
    id: `category:${category}`,
    title: category,
    of: { category },
    tell,
  };
}

function inBase(
  { amount, currency }: Budget,
  { rates, month }: { rates: Rates; month: string },
): Pick<BudgetLine, 'amount' | 'problem'> {
  try {
    return { amount: rates.convert(amount, currency, `${month}-01`) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
