import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HOST_ID, SOURCE_ID } from '@portico/plugin-grafana-common';
import {
  GrafanaClient,
  type GrafanaClientOptions,
} from './client/GrafanaClient';
import {
  readGrafanaInstances,
  type GrafanaInstance,
} from './config/readGrafanaInstances';

/** The configured Grafana servers, and a client for each. */
export class GrafanaInstances {
  static fromConfig(
    config: Config,
    options?: GrafanaClientOptions,
  ): GrafanaInstances {
    return new GrafanaInstances(readGrafanaInstances(config), options);
  }

  readonly #clients: readonly GrafanaClient[];

  constructor(
    instances: readonly GrafanaInstance[],
    options?: GrafanaClientOptions,
  ) {
    this.#clients = instances.map(
      instance => new GrafanaClient(instance, options),
    );
  }

  /** In the order of the config; empty where none is configured. */
  list(): readonly GrafanaInstance[] {
    return this.#clients.map(({ instance }) => instance);
  }

  /** A client of each, in the same order. */
  clients(): readonly GrafanaClient[] {
    return this.#clients;
  }

  /**
   * Clients of those that the entity is shown from: the one that `grafana/host-id` or `grafana/source-id` names, or all.
   *
   * @throws InputError where it names one that is not configured
   */
  clientsOf({ metadata }: Entity): readonly GrafanaClient[] {
    const annotations = metadata.annotations ?? {};
    const name = annotations[HOST_ID] ?? annotations[SOURCE_ID];
    return name ? [this.client(name)] : this.#clients;
  }

  /**
   * A client of the instance of that name, or of the first one.
   *
   * @throws InputError that lists the names there are
   */
  client(name?: string): GrafanaClient {
    const client = this.#clients.find(
      ({ instance }) => name === undefined || instance.name === name,
    );
    if (client) return client;
    if (this.#clients.length === 0) {
      throw new InputError(
        'No Grafana is configured. Add grafana.instances with name, url and token to app-config.yaml.',
      );
    }
    throw new InputError(
      `There is no Grafana instance '${name}'. Known instances: ${this.list()
        .map(it => it.name)
        .join(', ')}.`,
    );
  }
}
