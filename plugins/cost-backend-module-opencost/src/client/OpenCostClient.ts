import { isError, ServiceUnavailableError } from '@backstage/errors';
import { dayAfter, type DaySlice } from '@portico/plugin-cost-node';
import { UpstreamHttp } from '@portico/plugin-upstream-node';
import type { OpenCostSettings } from '../config/OpenCostSettings';

/** One line of an answer, as far as it is read. Money is in the prices' currency, as a binary float. */
export interface OpenCostLine {
  name: string;
  /** What all of the group have in common. */
  properties?: {
    namespace?: string;
    controllerKind?: string;
    controller?: string;
    labels?: Record<string, string>;
  };
  window: { start: string };
  cpuCost?: number;
  cpuCostAdjustment?: number;
  /** Used of what was asked for; above 1 where more was used. */
  cpuEfficiency?: number;
  ramCost?: number;
  ramCostAdjustment?: number;
  ramEfficiency?: number;
  gpuCost?: number;
  gpuCostAdjustment?: number;
  pvCost?: number;
  pvCostAdjustment?: number;
  networkCost?: number;
  networkCostAdjustment?: number;
  loadBalancerCost?: number;
  loadBalancerCostAdjustment?: number;
  /** Its part of what the server is told to share. */
  sharedCost?: number;
}

/** Asks one server for allocations: https://opencost.io/docs/integrations/api/ */
export class OpenCostClient {
  readonly #http: UpstreamHttp;

  constructor({ name, url, headers, timeoutSeconds }: OpenCostSettings) {
    this.#http = new UpstreamHttp(
      {
        title: `OpenCost '${name}'`,
        url,
        headers,
        configuredAt: 'cost.opencost',
        reasonIn: body => (body as { message?: string } | undefined)?.message,
      },
      { timeoutMs: timeoutSeconds * 1000, budgetMs: timeoutSeconds * 2000 },
    );
  }

  /**
   * What each group of workloads had, day by day, with what is idle.
   *
   * @param aggregate e.g. `['namespace', 'label:app']`
   * @throws ServiceUnavailableError, InputError
   */
  async allocations(
    slice: DaySlice,
    aggregate: readonly string[],
    signal: AbortSignal,
  ): Promise<OpenCostLine[]> {
    const query = new URLSearchParams({
      window: `${slice.from}T00:00:00Z,${dayAfter(slice.to)}T00:00:00Z`,
      aggregate: aggregate.join(','),
      step: '1d',
      accumulate: 'false',
      includeIdle: 'true',
      shareIdle: 'false',
    });
    const { data } = await this.#ask(query, signal);
    if (!Array.isArray(data)) {
      throw new ServiceUnavailableError(
        'OpenCost answered without data. Check that the address under cost.opencost is that of its API.',
      );
    }
    return data.flatMap(day => Object.values(day ?? {}));
  }

  async #ask(query: URLSearchParams, signal: AbortSignal) {
    const get = (path: string) =>
      this.#http.request<{
        data?: (Record<string, OpenCostLine> | null)[];
      }>({ method: 'GET', path, query, repeatable: true, signal });
    try {
      return await get('/allocation');
    } catch (error) {
      // Where older versions have it.
      if (!isError(error) || error.name !== 'NotFoundError') throw error;
      return get('/allocation/compute');
    }
  }
}
