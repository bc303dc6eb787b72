import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  parseBudget,
  Rates,
  type Budget,
  type DatedRate,
} from '@portico/plugin-cost-common';
import { readRules, type ConfiguredRule } from './readRules';

/** A budget of the config: of an entity, of the whole organisation, or of a part of its bill. */
export type ConfiguredBudget = Budget &
  (
    | { entityRef: string }
    | { organisation: true }
    | { provider: string }
    | { category: string }
  );

/** What cost is divided by. */
export interface ConfiguredUnitCost {
  /** e.g. `per million requests`. */
  title: string;
  /** As a unit provider names it, e.g. `requests`. */
  unit: string;
  /** How many of them make one, e.g. 1000000. */
  per: number;
}

/** The section `cost`, without those of the modules and the price list. */
export interface CostConfig {
  /** ISO 4217 of the base currency, in which all is added up. */
  currency: string;
  rates: Rates;
  datedRates: readonly DatedRate[];
  /** Tags that name an entity. */
  tagKeys: readonly string[];
  /** Tag that names the environment. */
  environmentTag: string;
  /** Ratio of the bill that may be nobody's. */
  unattributedGoal: number;
  backfillMonths: number;
  /** Part of the time that old months may take of the process, from 0.05 to 1. */
  backfillShare: number;
  /** Hours between two looks at the newest days. */
  everyHours: number;
  rules: readonly ConfiguredRule[];
  budgets: readonly ConfiguredBudget[];
  /** References of groups that are told of the organisation's budgets, and of what is nobody's. */
  tell: readonly string[];
  unitCosts: readonly ConfiguredUnitCost[];
}

/** @throws InputError for what can't be meant, with its key */
export function readCostConfig(root: Config): CostConfig {
  const cost = root.getOptionalConfig('cost');
  const currency = cost?.getOptionalString('currency') ?? 'USD';
  const datedRates = (cost?.getOptionalConfigArray('rates') ?? []).map(it => ({
    currency: it.getString('currency'),
    from: it.getString('from'),
    rate: String(it.get('rate')),
  }));
  return {
    currency,
    rates: new Rates(currency, datedRates),
    datedRates,
    tagKeys: cost?.getOptionalStringArray('tagKeys') ?? ['service'],
    environmentTag: cost?.getOptionalString('environmentTag') ?? 'environment',
    unattributedGoal: within(cost, 'unattributedGoal', 0, 1) ?? 0.1,
    backfillMonths: within(cost, 'backfillMonths', 1, 60) ?? 13,
    backfillShare: within(cost, 'backfillShare', 0.05, 1) ?? 0.35,
    everyHours: within(cost, 'everyHours', 0.01, 24) ?? 6,
    rules: readRules(cost?.getOptionalConfigArray('rules') ?? []),
    budgets: (cost?.getOptionalConfigArray('budgets') ?? []).map(readBudget),
    tell: (cost?.getOptionalStringArray('tell') ?? []).map(name =>
      referenceOf(name, 'group'),
    ),
    unitCosts: (cost?.getOptionalConfigArray('unitCosts') ?? []).map(it => ({
      title: it.getString('title'),
      unit: it.getString('unit'),
      per: within(it, 'per', 1e-9, 1e18) ?? 1,
    })),
  };
}

function readBudget(config: Config): ConfiguredBudget {
  const text = config.getString('amount');
  const budget = parseBudget(text);
  if ('problem' in budget) {
    throw new InputError(
      `cost.budgets: '${text}' is no budget; write e.g. 400 USD.`,
    );
  }
  const entityRef = config.getOptionalString('entity');
  if (entityRef !== undefined) {
    return { ...budget, entityRef: referenceOf(entityRef, 'component') };
  }
  if (config.getOptionalBoolean('organisation')) {
    return { ...budget, organisation: true };
  }
  const provider = config.getOptionalString('provider');
  if (provider !== undefined) return { ...budget, provider };
  const category = config.getOptionalString('category');
  if (category !== undefined) return { ...budget, category };
  throw new InputError(
    `cost.budgets: say whose the budget of ${text} is: entity: <reference>, organisation: true, provider: <name>, or category: <name>.`,
  );
}

function referenceOf(text: string, defaultKind: string): string {
  return stringifyEntityRef(
    parseEntityRef(text, { defaultKind, defaultNamespace: 'default' }),
  );
}

function within(
  config: Config | undefined,
  key: string,
  least: number,
  most: number,
): number | undefined {
  const value = config?.getOptionalNumber(key);
  if (value !== undefined && (value < least || value > most)) {
    throw new InputError(
      `cost: '${key}' is ${value}; it must be from ${least} to ${most}.`,
    );
  }
  return value;
}
