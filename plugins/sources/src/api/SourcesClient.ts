import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type { SourceList, SourceStatus } from '@portico/plugin-sources-common';
import type { SourcesApi } from './sourcesApiRef';

/** Asks the sources backend over HTTP. */
export class SourcesClient implements SourcesApi {
  constructor(
    private readonly deps: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
  ) {}

  list() {
    return this.request<SourceList>('/sources');
  }

  check(id: string) {
    return this.request<SourceStatus>(
      `/sources/${encodeURIComponent(id)}/check`,
      { method: 'POST' },
    );
  }

  private async request<T>(path: string, init?: RequestInit): Promise<T> {
    const baseUrl = await this.deps.discoveryApi.getBaseUrl('sources');
    const response = await this.deps.fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
