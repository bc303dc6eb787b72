import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type {
  HealthChart,
  HealthHistory,
  HealthOverview,
  HealthRollup,
  HealthSummary,
  HealthVerdict,
  ResponseOffer,
  ResponseRequest,
  ResponseResult,
  Timeline,
} from '@portico/plugin-health-common';
import { Coalescing } from '@portico/ui';
import type { HealthApi, SeriesQuery, TimeSpan } from './healthApiRef';

interface Items<T> {
  items: T;
}

/** Asks the health backend over HTTP. */
export class HealthClient implements HealthApi {
  /** Badge, freshness, verdict and cards of one page ask for the same. */
  private readonly verdicts = new Coalescing<HealthVerdict>();

  constructor(
    private readonly deps: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
  ) {}

  verdict(entityRef: string) {
    return this.verdicts.ask(entityRef, () =>
      this.request(`/verdicts/${pathOf(entityRef)}`),
    );
  }

  async summaries(entityRefs: string[]) {
    const { items } = await this.post<Items<(HealthSummary | null)[]>>(
      '/verdicts/by-refs',
      { entityRefs },
    );
    return items.map(item => item ?? undefined);
  }

  overview() {
    return this.request<HealthOverview>('/overview');
  }

  async rollups(by: 'system' | 'domain' | 'owner') {
    return (await this.request<Items<HealthRollup[]>>(`/rollups?by=${by}`))
      .items;
  }

  history(entityRef: string, days = 90) {
    return this.request<HealthHistory>(
      `/history/${pathOf(entityRef)}?days=${days}`,
    );
  }

  async histories(entityRefs: string[], days = 90) {
    const { items } = await this.post<Items<Record<string, HealthHistory>>>(
      '/history/by-refs',
      { entityRefs, days },
    );
    return items;
  }

  series(entityRef: string, { chart, from, to, environment }: SeriesQuery) {
    const query = new URLSearchParams({ chart, from, to });
    if (environment) query.set('environment', environment);
    return this.request<HealthChart>(`/series/${pathOf(entityRef)}?${query}`);
  }

  timeline(entityRef: string, { from, to }: TimeSpan) {
    const query = new URLSearchParams({ from, to });
    return this.request<Timeline>(`/timeline/${pathOf(entityRef)}?${query}`);
  }

  async responses(entityRef: string) {
    const { items } = await this.request<Items<ResponseOffer[]>>(
      `/responses/${pathOf(entityRef)}`,
    );
    return items;
  }

  respond(entityRef: string, request: ResponseRequest) {
    return this.post<ResponseResult>(
      `/responses/${pathOf(entityRef)}`,
      request,
    );
  }

  private post<T>(path: string, body: object): Promise<T> {
    return this.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  private async request<T>(path: string, init?: RequestInit): Promise<T> {
    const baseUrl = await this.deps.discoveryApi.getBaseUrl('health');
    const response = await this.deps.fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}

/** `component/default/orders`, as the paths of the API have it. */
function pathOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return [kind, namespace, name].map(encodeURIComponent).join('/');
}
