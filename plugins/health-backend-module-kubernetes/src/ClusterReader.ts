import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

/** Objects a page; Kubernetes keeps the rest for the next request. */
const PAGE = 500;

/**
 * Reads lists of clusters through the Kubernetes plugin, which knows the clusters and how to sign in to each.
 * Source: https://backstage.io/docs/features/kubernetes/proxy
 */
export class ClusterReader {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /** Names of the clusters. */
  async clusters(signal: AbortSignal): Promise<string[]> {
    const { items } = await this.#ask<{ items: { name: string }[] }>(
      '/clusters',
      { signal },
    );
    return items.map(({ name }) => name);
  }

  /**
   * All objects of a kind in all namespaces.
   *
   * @param options.path e.g. `/apis/apps/v1/deployments`
   * @returns the objects, and how many requests it took
   * @throws ResponseError with the cluster's answer
   */
  async list<T>(
    cluster: string,
    options: {
      path: string;
      labelSelector?: string;
      fieldSelector?: string;
      signal: AbortSignal;
    },
  ): Promise<{ items: T[]; requests: number }> {
    const { path, labelSelector, fieldSelector, signal } = options;
    const items: T[] = [];
    let next: string | undefined;
    let requests = 0;
    do {
      const query = new URLSearchParams({
        limit: String(PAGE),
        ...(labelSelector && { labelSelector }),
        ...(fieldSelector && { fieldSelector }),
        ...(next && { continue: next }),
      });
      const page = await this.#ask<{
        items?: T[];
        metadata?: { continue?: string };
      }>(`/proxy${path}?${query}`, {
        signal,
        headers: { 'Backstage-Kubernetes-Cluster': cluster },
      });
      requests++;
      items.push(...(page.items ?? []));
      next = page.metadata?.continue;
    } while (next);
    return { items, requests };
  }

  async #ask<T>(
    path: string,
    init: { signal: AbortSignal; headers?: Record<string, string> },
  ): Promise<T> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'kubernetes',
    });
    const base = await this.#discovery.getBaseUrl('kubernetes');
    const response = await fetch(`${base}${path}`, {
      signal: init.signal,
      headers: { ...init.headers, authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json() as Promise<T>;
  }
}
