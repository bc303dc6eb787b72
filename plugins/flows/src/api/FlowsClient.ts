import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type {
  CleanupState,
  NameAvailability,
  TaskLedger,
} from '@portico/plugin-flows-common';
import type { FlowsApi } from './flowsApiRef';

/** Asks the flows backend, and what flows add to the scaffolder's. */
export class FlowsClient implements FlowsApi {
  constructor(
    private readonly deps: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
  ) {}

  checkName(name: string, options?: { signal?: AbortSignal }) {
    return this.request<NameAvailability>(
      'flows',
      `/names/${encodeURIComponent(name)}`,
      options,
    );
  }

  getLedger(taskId: string, options?: { signal?: AbortSignal }) {
    return this.request<TaskLedger>(
      'scaffolder',
      `/portico/tasks/${encodeURIComponent(taskId)}/ledger`,
      options,
    );
  }

  runCleanup(taskId: string) {
    return this.request<CleanupState>(
      'scaffolder',
      `/portico/tasks/${encodeURIComponent(taskId)}/cleanup`,
      { method: 'POST' },
    );
  }

  private async request<T>(
    pluginId: 'flows' | 'scaffolder',
    path: string,
    init?: RequestInit,
  ): Promise<T> {
    const baseUrl = await this.deps.discoveryApi.getBaseUrl(pluginId);
    const response = await this.deps.fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
