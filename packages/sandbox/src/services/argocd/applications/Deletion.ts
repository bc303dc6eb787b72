import type { Kit } from '../../../kit';
import type { KubernetesCluster } from '../../kubernetes';
import type { Application } from '../types';
import type { ArgocdState } from './ArgocdState';
import type { Debounce } from './Debounce';
import {
  finalizersForDeletion,
  propagationOf,
  withoutCascade,
} from './finalizers';
import { ownedObjects } from './resourceStatuses';

/** Simulated milliseconds between two looks at what is left. */
const LOOK_MS = 500;

/** Takes applications away, with their resources where the finalizer says so. */
export class Deletion {
  readonly #kit: Kit;
  readonly #cluster: KubernetesCluster;
  readonly #state: ArgocdState;
  readonly #debounce: Debounce;

  constructor(options: {
    kit: Kit;
    cluster: KubernetesCluster;
    state: ArgocdState;
    debounce: Debounce;
  }) {
    this.#kit = options.kit;
    this.#cluster = options.cluster;
    this.#state = options.state;
    this.#debounce = options.debounce;
  }

  /**
   * Marks an application for deletion; it is gone once no finalizer holds it.
   *
   * @throws ArgocdError 404, 400
   */
  begin(
    name: string,
    query: { cascade?: unknown; propagationPolicy?: unknown },
  ): void {
    const { metadata, ...rest } = this.#state.application(name);
    this.#state.save({
      ...rest,
      metadata: {
        ...metadata,
        finalizers: finalizersForDeletion(metadata.finalizers ?? [], query),
        deletionTimestamp:
          metadata.deletionTimestamp ?? this.#kit.clock.timestamp(),
      },
    });
    this.proceed(name);
  }

  /** Deletes what the finalizer holds on to, looks again, and lets the application go when nothing is left. */
  proceed(name: string): void {
    const application = this.#state.applications.get(name);
    if (!application?.metadata.deletionTimestamp) return;
    const policy = propagationOf(application);
    if (!policy) {
      this.#release(application);
      return;
    }
    const left = ownedObjects(this.#cluster, name);
    if (left.length === 0) {
      this.#release(application);
      return;
    }
    for (const object of left) {
      if (!object.metadata.deletionTimestamp)
        this.#cluster.delete(object, { policy });
    }
    this.#debounce.later(`delete/${name}`, LOOK_MS, () => this.proceed(name));
  }

  #release(application: Application) {
    const { name, finalizers } = application.metadata;
    const others = withoutCascade(finalizers);
    // A finalizer of somebody else's goes on holding it.
    if (others.length === 0) this.#state.remove(name);
    else if (others.length < (finalizers ?? []).length) {
      this.#state.save({
        ...application,
        metadata: { ...application.metadata, finalizers: others },
      });
    }
  }
}
