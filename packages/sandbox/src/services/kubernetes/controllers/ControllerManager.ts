import type { Change } from '../objects/ObjectStore';
import type { KubernetesObject, LabelSelector } from '../objects/types';
import { matchesSelector } from '../objects/selectors';
import type { Pod } from '../objects/workloads';
import { StatusError } from '../StatusError';
import { configHolders } from '../pods/waitsForConfig';
import type { ControllerContext } from './Controller';
import { CONTROLLERS } from './controllers';
import { isOwnedBy } from './owners';
import { WorkQueue } from './WorkQueue';

/** Calls controllers when what they look after changes. Nothing runs while nothing changes. */
export class ControllerManager {
  readonly #context: ControllerContext;
  readonly #queue: WorkQueue;

  constructor(context: ControllerContext) {
    this.#context = context;
    this.#queue = new WorkQueue({
      time: context.time,
      work: key => this.#reconcile(key),
    });
    context.objects.onChange(change => this.#onChange(change));
  }

  /** Looks at everything once: what was under way goes on. */
  resume(): void {
    for (const plural of Object.keys(CONTROLLERS)) {
      for (const object of this.#context.objects.list(plural)) {
        this.#enqueue(plural, object);
      }
    }
  }

  clear(): void {
    this.#queue.clear();
    this.#context.steps.clear();
  }

  #enqueue(plural: string, object: KubernetesObject) {
    const { namespace = '', name } = object.metadata;
    this.#queue.add(`${plural}/${namespace}/${name}`);
  }

  #reconcile(key: string) {
    const [plural, namespace, name] = key.split('/');
    const { objects } = this.#context;
    const object = objects.get(plural, namespace || undefined, name);
    if (!object) return;
    try {
      CONTROLLERS[plural](object, this.#context);
    } catch (error) {
      // Refused by the API, e.g. as the namespace is going: a real controller tries again.
      if (!(error instanceof StatusError)) throw error;
      this.#context.steps.after(object.metadata.uid, 'retry', 5000, () =>
        this.#queue.add(key),
      );
    }
  }

  #onChange({ type, resource, object }: Change) {
    const { objects } = this.#context;
    const { namespace, uid } = object.metadata;
    if (type !== 'DELETED' && resource.plural in CONTROLLERS) {
      this.#enqueue(resource.plural, object);
    }
    for (const owner of object.metadata.ownerReferences ?? []) {
      const ownerType = objects.types.of(owner.apiVersion, owner.kind);
      const found = ownerType && objects.get(ownerType, namespace, owner.name);
      if (ownerType && found && ownerType.plural in CONTROLLERS) {
        this.#enqueue(ownerType.plural, found);
      }
    }
    if (resource.plural === 'pods') this.#onPod(type, object as Pod);
    if (resource.plural === 'configmaps' || resource.plural === 'secrets') {
      for (const pod of configHolders(objects, namespace)) {
        this.#context.steps.after(pod.metadata.uid, 'config', 100, () =>
          this.#enqueue('pods', pod),
        );
      }
    }
    if (resource.plural === 'deployments') {
      for (const hpa of objects.list('horizontalpodautoscalers', namespace)) {
        this.#enqueue('horizontalpodautoscalers', hpa);
      }
    }
    if (type === 'DELETED') this.#collectGarbage(uid);
  }

  #onPod(type: Change['type'], pod: Pod) {
    const { objects } = this.#context;
    const { namespace, labels } = pod.metadata;
    for (const service of objects.list('services', namespace)) {
      const { selector } = (service.spec ?? {}) as {
        selector?: LabelSelector['matchLabels'];
      };
      if (selector && matchesSelector({ matchLabels: selector }, labels)) {
        this.#enqueue('services', service);
      }
    }
    if (type !== 'DELETED') return;
    for (const other of objects.list<Pod>('pods')) {
      if (!other.status?.startTime) this.#enqueue('pods', other);
    }
  }

  /** Removes what the gone object owned. */
  #collectGarbage(uid: string) {
    const { objects } = this.#context;
    const orphans = objects.types
      .list()
      .flatMap(type => objects.list(type))
      .filter(object => isOwnedBy(object, uid));
    for (const orphan of orphans) {
      objects.delete(orphan, { graceSeconds: orphan.kind === 'Pod' ? 30 : 0 });
    }
  }
}
