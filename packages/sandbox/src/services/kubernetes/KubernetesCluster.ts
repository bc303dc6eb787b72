import type { Kit } from '../../kit';
import { createAdmission } from './admission/admit';
import { ClusterTime } from './ClusterTime';
import { ControllerManager } from './controllers/ControllerManager';
import { EventRecorder } from './controllers/EventRecorder';
import { Steps } from './controllers/Steps';
import { WatchHistory } from './WatchHistory';
import { nodeManifests } from './nodes';
import { ObjectStore } from './objects/ObjectStore';
import type { KubernetesObject, Manifest } from './objects/types';
import { isOwnedBy } from './controllers/owners';

const NAMESPACES = [
  'default',
  'kube-system',
  'kube-public',
  'argocd',
  'monitoring',
  'platform',
];
const FOREGROUND = 'foregroundDeletion';
const CREATED_DAYS_AGO = 240;

/** Kubernetes deletes dependents after (`Background`), before (`Foreground`) or not at all (`Orphan`). */
export type PropagationPolicy = 'Background' | 'Foreground' | 'Orphan';

/** The simulated cluster: its objects, and the controllers that act on them. */
export class KubernetesCluster {
  readonly time: ClusterTime;
  readonly objects: ObjectStore;
  readonly events: EventRecorder;
  readonly history: WatchHistory;
  readonly #kit: Kit;
  readonly #manager: ControllerManager;
  #running = false;

  constructor(kit: Kit) {
    this.#kit = kit;
    this.time = new ClusterTime(kit.clock);
    this.objects = new ObjectStore({ store: kit.store, time: this.time });
    this.objects.admission = createAdmission(this.objects);
    this.events = new EventRecorder({ objects: this.objects, time: this.time });
    this.history = new WatchHistory(this.objects);
    const steps = new Steps(this.time);
    const { objects, time, events } = this;
    this.#manager = new ControllerManager({ objects, time, events, steps });
    objects.onChange(change => {
      if (change.type === 'DELETED') this.#finishForeground(change.object);
    });
  }

  /**
   * Lets `work` have happened at `start`, with all that the controllers made of it in the two minutes
   * after, or as many seconds as are given. One transaction on disk.
   */
  simulate(start: Date, work: () => void, horizonSeconds?: number): void {
    this.#manager.clear();
    this.#kit.store.transaction(() =>
      this.time.simulate(start, work, horizonSeconds),
    );
    this.#manager.clear();
    if (this.#running) this.#manager.resume();
  }

  seed(): void {
    const start = new Date(
      this.#kit.clock.now().getTime() - CREATED_DAYS_AGO * 86_400_000,
    );
    this.simulate(start, () => {
      for (const name of NAMESPACES) this.ensureNamespace(name);
      for (const node of nodeManifests(this.#kit.clock.now())) {
        this.objects.create('nodes', node);
      }
    });
  }

  start(): void {
    this.#running = true;
    this.#manager.resume();
  }

  stop(): void {
    this.#running = false;
    this.#manager.clear();
    this.history.clear();
  }

  ensureNamespace(name: string, labels?: Record<string, string>): void {
    if (this.objects.get('namespaces', undefined, name)) return;
    this.objects.create('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels },
    });
  }

  /** Deletes as the API does: with a grace period for pods, and dependents as the policy says. */
  delete(
    object: KubernetesObject,
    options: { policy?: PropagationPolicy; graceSeconds?: number } = {},
  ): KubernetesObject {
    const { policy = 'Background' } = options;
    const { kind, metadata } = object;
    if (kind === 'Namespace') {
      return this.objects.delete(this.#withFinalizer(object, 'kubernetes'));
    }
    const graceSeconds =
      kind === 'Pod' && metadata.deletionTimestamp
        ? 0
        : options.graceSeconds ?? (kind === 'Pod' ? 30 : 0);
    const dependents = this.#dependents(metadata.uid);
    if (policy === 'Orphan') {
      for (const dependent of dependents) {
        this.objects.change(dependent, current => ({
          ...current,
          metadata: {
            ...current.metadata,
            ownerReferences: current.metadata.ownerReferences?.filter(
              reference => reference.uid !== metadata.uid,
            ),
          },
        }));
      }
    } else if (policy === 'Foreground' && dependents.length) {
      const held = this.objects.delete(this.#withFinalizer(object, FOREGROUND));
      for (const dependent of dependents) this.delete(dependent, { policy });
      return held;
    }
    return this.objects.delete(object, { graceSeconds });
  }

  /** Whether this exists, by its own name. */
  live(manifest: Manifest): KubernetesObject | undefined {
    const type = this.objects.types.of(manifest.apiVersion, manifest.kind);
    const { name = '', namespace } = manifest.metadata;
    return (
      type &&
      this.objects.get(type, type.namespaced ? namespace : undefined, name)
    );
  }

  #dependents(uid: string): KubernetesObject[] {
    return this.objects.types
      .list()
      .flatMap(type => this.objects.list(type))
      .filter(object => isOwnedBy(object, uid));
  }

  #withFinalizer(object: KubernetesObject, finalizer: string) {
    const finalizers = object.metadata.finalizers ?? [];
    if (finalizers.includes(finalizer)) return object;
    return (
      this.objects.change(object, current => ({
        ...current,
        metadata: {
          ...current.metadata,
          finalizers: [...finalizers, finalizer],
        },
      })) ?? object
    );
  }

  #finishForeground(gone: KubernetesObject) {
    for (const reference of gone.metadata.ownerReferences ?? []) {
      const type = this.objects.types.of(reference.apiVersion, reference.kind);
      const owner =
        type && this.objects.get(type, gone.metadata.namespace, reference.name);
      const finalizers = owner?.metadata.finalizers;
      if (!owner || !finalizers?.includes(FOREGROUND)) continue;
      if (this.#dependents(owner.metadata.uid).length) continue;
      this.objects.change(owner, current => ({
        ...current,
        metadata: {
          ...current.metadata,
          finalizers: finalizers.filter(one => one !== FOREGROUND),
        },
      }));
    }
  }
}
