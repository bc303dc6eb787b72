import type { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { CostEstimate } from '@portico/plugin-cost-common';
import { askPlugin, type PluginAccess } from '@portico/plugin-flows-node';

const TIMEOUT_MS = 5000;

/** What an entity costs a month, by forecast. */
export interface EntityCost {
  /** Decimal. */
  monthly: string;
  /** ISO 4217. */
  currency: string;
  budget?: string;
  /** Last day of the bills, `YYYY-MM-DD`. */
  through?: string;
}

/** Knows what entities cost; never keeps an approval from being asked. */
export interface EntityCosts {
  /** `undefined` where nobody knows, or can't be asked now. */
  of(entityRef: string): Promise<EntityCost | undefined>;
}

/** Asks the cost plugin, in the name of this plugin: who may see the answer is decided when it is shown. */
export class PluginEntityCosts implements EntityCosts {
  readonly #access: PluginAccess;
  readonly #logger: LoggerService;

  constructor(options: PluginAccess & { logger: LoggerService }) {
    this.#access = options;
    this.#logger = options.logger;
  }

  async of(entityRef: string): Promise<EntityCost | undefined> {
    try {
      const { currency, entity } = await this.#ask(entityRef);
      if (!entity) return undefined;
      const { monthlyBefore: monthly, budget, through } = entity;
      return { monthly, currency, budget, through };
    } catch (error) {
      this.#logger.warn(
        `What ${entityRef} costs could not be read; the approval is asked without: ${
          (error as Error).message
        }`,
      );
      return undefined;
    }
  }

  /** An estimate of nothing: what there is, and its budget. */
  async #ask(entityRef: string): Promise<CostEstimate> {
    const response = await askPlugin(this.#access, {
      pluginId: 'cost',
      path: '/estimate',
      body: { items: [], entityRef },
      timeoutMs: TIMEOUT_MS,
    });
    if (!response.ok) throw (await ResponseError.fromResponse(response)).cause;
    return response.json();
  }
}
