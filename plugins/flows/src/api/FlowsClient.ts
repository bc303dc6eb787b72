import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type { NameAvailability } from '@portico/plugin-flows-common';
import type { FlowsApi } from './flowsApiRef';

/** Asks the flows backend. */
export class FlowsClient implements FlowsApi {
  constructor(
    private readonly deps: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
  ) {}

  checkName(name: string, options?: { signal?: AbortSignal }) {
    return this.request<NameAvailability>(
      `/names/${encodeURIComponent(name)}`,
      options,
    );
  }

  private async request<T>(path: string, init?: RequestInit): Promise<T> {
    const baseUrl = await this.deps.discoveryApi.getBaseUrl('flows');
    const response = await this.deps.fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
