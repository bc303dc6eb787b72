import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { CostEstimate, EstimateItem } from '@portico/plugin-cost-common';
import { askPlugin, type PluginAccess } from '@portico/plugin-flows-node';

const TIMEOUT_MS = 10_000;

/** Asks the cost plugin. */
export class CostClient {
  readonly #access: PluginAccess;

  constructor(access: PluginAccess) {
    this.#access = access;
  }

  /**
   * What things would cost a month, with the rights of whoever asks.
   *
   * @throws what the cost plugin says, or why it can't be asked
   */
  async estimate(
    request: { items: EstimateItem[]; entityRef?: string },
    credentials: BackstageCredentials,
  ): Promise<CostEstimate> {
    const response = await askPlugin(this.#access, {
      pluginId: 'cost',
      path: '/estimate',
      body: request,
      credentials,
      timeoutMs: TIMEOUT_MS,
    });
    if (!response.ok) throw (await ResponseError.fromResponse(response)).cause;
    return (await response.json()) as CostEstimate;
  }
}
