import type { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { ChangeCost } from '@portico/plugin-approvals-common';
import type { TerraformPlan } from '@portico/plugin-approvals-node';
import {
  formatDay,
  moneyToFixed,
  pricePlan,
  type PlannedResource,
  type PriceList,
} from '@portico/plugin-cost-common';
import { askPlugin, type PluginAccess } from '@portico/plugin-flows-node';

const TIMEOUT_MS = 10_000;

/** Says what plans cost that nobody else has estimated. */
export interface PlanCosts {
  /** `undefined` where a resource has no price, or there is no list. */
  costOf(
    plan: TerraformPlan,
    options: { environment?: string; logger: LoggerService },
  ): Promise<ChangeCost | undefined>;
}

/** Knows by the price list of the cost plugin. A plan never fails for it. */
export class PriceListCosts implements PlanCosts {
  readonly #access: PluginAccess;

  constructor(access: PluginAccess) {
    this.#access = access;
  }

  async costOf(
    plan: TerraformPlan,
    { environment, logger }: { environment?: string; logger: LoggerService },
  ): Promise<ChangeCost | undefined> {
    const list = await this.#read(logger);
    if (!list) return undefined;
    const price = pricePlan(list, resourcesOf(plan), environment);
    if ('unknown' in price) {
      logger.info(
        `What the plan costs is not known: the price list has no price for ${price.unknown.join(
          ', ',
        )}`,
      );
      return undefined;
    }
    return {
      monthlyBefore: moneyToFixed(price.before, 2),
      monthlyAfter: moneyToFixed(price.after, 2),
      currency: list.currency,
      source: `Estimated by the price list of the portal, for what changes: ${
        list.source
      }, ${formatDay(list.asOf)}`,
      fromPriceList: true,
    };
  }

  async #read(logger: LoggerService): Promise<PriceList | undefined> {
    try {
      const response = await askPlugin(this.#access, {
        pluginId: 'cost',
        path: '/prices',
        timeoutMs: TIMEOUT_MS,
      });
      if (response.status === 404) return undefined;
      if (!response.ok)
        throw (await ResponseError.fromResponse(response)).cause;
      return (await response.json()) as PriceList;
    } catch (error) {
      logger.warn(
        `The price list could not be read, so nobody estimates the plan: ${
          (error as Error).message
        }`,
      );
      return undefined;
    }
  }
}

/** What the plan makes, changes and destroys; what it only reads or forgets costs what it did. */
function resourcesOf({ resource_changes = [] }: TerraformPlan) {
  return resource_changes
    .filter(
      ({ mode, change }) =>
        mode === 'managed' &&
        change.actions.some(it => ['create', 'update', 'delete'].includes(it)),
    )
    .map(toPlanned);
}

function toPlanned({
  address,
  type,
  change,
}: NonNullable<TerraformPlan['resource_changes']>[number]): PlannedResource {
  return {
    address,
    type,
    before: asObject(change.before),
    after: asObject(change.after),
  };
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return value && typeof value === 'object' && !Array.isArray(value)
    ? { ...value }
    : undefined;
}
