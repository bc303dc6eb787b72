import { setTimeout as pause } from 'node:timers/promises';
import type { ArgocdInstance } from '../config/readArgocdInstances';
import { ArgocdHttp, type ArgocdHttpOptions } from './ArgocdHttp';
import type {
  Application,
  ApplicationEvent,
  ManagedResource,
  NewApplication,
  ResourceNode,
  SyncRequest,
} from './types';

export type ArgocdClientOptions = ArgocdHttpOptions;

interface Cancellable {
  signal?: AbortSignal;
}

/**
 * Client of one Argo CD (https://argo-cd.readthedocs.io/en/stable/developer-guide/api-docs/).
 * Reads, creations, upserts, syncs and deletions are repeated after 429, 5xx and lost connections; a
 * repeated creation or sync finds what the first one made, and a repeated deletion nothing.
 *
 * All methods throw `AuthenticationError`, `NotAllowedError`, `NotFoundError`, `ConflictError`,
 * `InputError` or `ServiceUnavailableError`; the message names instance, request and answer.
 */
export class ArgocdClient {
  readonly instance: ArgocdInstance;
  readonly #http: ArgocdHttp;

  constructor(instance: ArgocdInstance, options?: ArgocdClientOptions) {
    this.instance = instance;
    this.#http = new ArgocdHttp(instance, options);
  }

  /** The applications that carry all those labels (a Kubernetes selector) in those projects, or that name. */
  async list(
    options: Cancellable & {
      selector?: string;
      projects?: string[];
      name?: string;
    } = {},
  ): Promise<Application[]> {
    const { selector, projects, name, signal } = options;
    const { items } = await this.#http.request<{ items?: Application[] }>({
      method: 'GET',
      path: '/applications',
      query: { selector, projects, name },
      repeatable: true,
      signal,
    });
    return items ?? [];
  }

  /**
   * @param options.refresh compares with git before answering; `hard` forgets cached manifests too
   * @throws NotAllowedError where there is none of that name, unless `project` is given: Argo CD then
   *   doesn't tell whether there is one that the token may not see
   */
  async get(
    name: string,
    options: Cancellable & {
      project?: string;
      refresh?: 'normal' | 'hard';
    } = {},
  ): Promise<Application> {
    const { project, refresh, signal } = options;
    return this.#http.request({
      method: 'GET',
      path: applicationPath(name),
      query: { project, refresh },
      repeatable: true,
      signal,
    });
  }

  /**
   * The application of that name; `undefined` where there is none that the token may see.
   *
   * @param options.project where it is if it is there, in which the token must have rights
   */
  async find(
    name: string,
    options: Cancellable & { project: string },
  ): Promise<Application | undefined> {
    try {
      return await this.get(name, options);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'NotFoundError') {
        throw error;
      }
    }
    // Names are unique over projects.
    const { signal } = options;
    const elsewhere = await this.list({ name, signal });
    return elsewhere.find(({ metadata }) => metadata.name === name);
  }

  /**
   * Makes an application. Where one of that name exists with the same spec, Argo CD answers with
   * that; with another spec it refuses, unless `upsert` says to change it.
   */
  async create(
    application: NewApplication,
    options: Cancellable & { upsert?: boolean; validate?: boolean } = {},
  ): Promise<Application> {
    const { upsert = false, validate = true, signal } = options;
    return this.#http.request({
      method: 'POST',
      path: '/applications',
      query: { upsert: String(upsert), validate: String(validate) },
      body: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        ...application,
      },
      repeatable: true,
      signal,
    });
  }

  /** Writes the whole application; a stale `metadata.resourceVersion` is a `ConflictError`. */
  async update(
    application: NewApplication,
    options: Cancellable = {},
  ): Promise<Application> {
    return this.#http.request({
      method: 'PUT',
      path: applicationPath(application.metadata.name),
      body: application,
      repeatable: true,
      ...options,
    });
  }

  /** Starts a sync. One that already runs is taken for this one. */
  async sync(
    name: string,
    request: SyncRequest = {},
    options: Cancellable = {},
  ): Promise<Application> {
    try {
      return await this.#http.request<Application>({
        method: 'POST',
        path: `${applicationPath(name)}/sync`,
        body: { name, ...request },
        repeatable: true,
        ...options,
      });
    } catch (error) {
      const running = await this.#runningOperation(name, error, options);
      if (running) return running;
      throw error;
    }
  }

  /** Argo CD refuses a second operation with gRPC code 9, which also means other things: so look. */
  async #runningOperation(name: string, error: unknown, options: Cancellable) {
    if (!(error instanceof Error) || error.name !== 'InputError') {
      return undefined;
    }
    const application = await this.get(name, options);
    const phase = application.status?.operationState?.phase;
    return application.operation || phase === 'Running'
      ? application
      : undefined;
  }

  /** Ends the operation that runs. */
  async terminateOperation(
    name: string,
    options: Cancellable = {},
  ): Promise<void> {
    await this.#http.request({
      method: 'DELETE',
      path: `${applicationPath(name)}/operation`,
      repeatable: false,
      ...options,
    });
  }

  /** All live objects below the application, children such as pods included. */
  async resourceTree(
    name: string,
    options: Cancellable = {},
  ): Promise<ResourceNode[]> {
    const { nodes } = await this.#read<{ nodes?: ResourceNode[] }>(
      `${applicationPath(name)}/resource-tree`,
      options,
    );
    return nodes ?? [];
  }

  async managedResources(
    name: string,
    options: Cancellable = {},
  ): Promise<ManagedResource[]> {
    const { items } = await this.#read<{ items?: ManagedResource[] }>(
      `${applicationPath(name)}/managed-resources`,
      options,
    );
    return items ?? [];
  }

  async events(
    name: string,
    options: Cancellable = {},
  ): Promise<ApplicationEvent[]> {
    const { items } = await this.#read<{ items?: ApplicationEvent[] }>(
      `${applicationPath(name)}/events`,
      options,
    );
    return items ?? [];
  }

  /**
   * Begins to delete; Argo CD goes on in the background.
   *
   * @param options.cascade also deletes what the application deployed (default true)
   * @throws NotFoundError also where a first try, whose answer was lost, has deleted it; without
   *   `project` NotAllowedError then
   */
  async delete(
    name: string,
    options: Cancellable & { cascade?: boolean; project?: string } = {},
  ): Promise<void> {
    const { cascade = true, project, signal } = options;
    await this.#http.request({
      method: 'DELETE',
      path: applicationPath(name),
      query: { cascade: String(cascade), project },
      repeatable: true,
      signal,
    });
  }

  /** Deploys an earlier state, by its `id` in `status.history`. */
  async rollback(
    name: string,
    id: number,
    options: Cancellable & { prune?: boolean } = {},
  ): Promise<Application> {
    const { prune = false, signal } = options;
    return this.#http.request({
      method: 'POST',
      path: `${applicationPath(name)}/rollback`,
      body: { name, id, prune },
      repeatable: false,
      signal,
    });
  }

  /**
   * The application now, and again after each interval, until the caller stops or `signal` aborts
   * (then it throws the signal's reason).
   */
  async *watch(
    name: string,
    options: Cancellable & { intervalMs?: number } = {},
  ): AsyncGenerator<Application, never> {
    const { intervalMs = 2_000, signal } = options;
    for (;;) {
      yield await this.get(name, { signal });
      await pause(intervalMs, undefined, { signal }).catch(error => {
        signal?.throwIfAborted();
        throw error;
      });
    }
  }

  /** The application's page for people. */
  pageUrl(application: Pick<Application, 'metadata'>): string {
    const { namespace = 'argocd', name } = application.metadata;
    return `${this.instance.frontendUrl}/applications/${encodeURIComponent(
      namespace,
    )}/${encodeURIComponent(name)}`;
  }

  async #read<T>(path: string, options: Cancellable): Promise<T> {
    return this.#http.request<T>({
      method: 'GET',
      path,
      repeatable: true,
      ...options,
    });
  }
}

function applicationPath(name: string): string {
  return `/applications/${encodeURIComponent(name)}`;
}
