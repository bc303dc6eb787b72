import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ArgocdClient, type ArgocdClientOptions } from './client/ArgocdClient';
import {
  readArgocdInstances,
  type ArgocdInstance,
} from './config/readArgocdInstances';

/** The configured Argo CD servers, and a client for each. */
export class ArgocdInstances {
  static fromConfig(config: Config): ArgocdInstances {
    return new ArgocdInstances(readArgocdInstances(config));
  }

  readonly #instances: readonly ArgocdInstance[];

  constructor(instances: readonly ArgocdInstance[]) {
    this.#instances = instances;
  }

  /** In the order of the config; empty where none is configured. */
  list(): readonly ArgocdInstance[] {
    return this.#instances;
  }

  /**
   * The instance of that name, or the default one.
   *
   * @throws InputError that lists the names there are
   */
  get(name?: string): ArgocdInstance {
    if (this.#instances.length === 0) {
      throw new InputError(
        'No Argo CD is configured. Add argocd.instances with name, baseUrl and token to app-config.yaml.',
      );
    }
    const instance = this.#instances.find(candidate =>
      name === undefined ? candidate.isDefault : candidate.name === name,
    );
    if (!instance) {
      throw new InputError(
        `There is no Argo CD instance '${name}'. Known instances: ${this.#instances
          .map(candidate => candidate.name)
          .join(', ')}.`,
      );
    }
    return instance;
  }

  /** A client of the instance of that name, or of the default one; see {@link ArgocdInstances.get}. */
  client(name?: string, options?: ArgocdClientOptions): ArgocdClient {
    return new ArgocdClient(this.get(name), options);
  }
}
