import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import {
  createApiRef,
  type DiscoveryApi,
  type FetchApi,
} from '@backstage/frontend-plugin-api';
import type { WorkflowRuns } from '@portico/plugin-github-actions-common';

/** Reads workflow runs from Portico's backend. */
export interface GithubActionsApi {
  /** The latest runs of the entity's repository. @throws ResponseError */
  listRuns(entity: Entity, signal?: AbortSignal): Promise<WorkflowRuns>;
}

export const githubActionsApiRef = createApiRef<GithubActionsApi>().with({
  id: 'plugin.github-actions.client',
  pluginId: 'github-actions',
});

export class GithubActionsClient implements GithubActionsApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async listRuns(entity: Entity, signal?: AbortSignal): Promise<WorkflowRuns> {
    const { kind, namespace, name } = parseEntityRef(
      stringifyEntityRef(entity),
    );
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    return this.#request(`/entities/${path}/runs`, signal);
  }

  async #request<T>(path: string, signal?: AbortSignal): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('github-actions');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      signal,
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
