import type { Collection, Kit } from '../../../../kit';
import type { KubernetesCluster } from '../../../kubernetes';
import type { Pod } from '../../../kubernetes/objects/workloads';
import { livesAfter } from './livesAfter';
import { readTarget } from './readTarget';
import type { Target } from './Target';

/** Remembers the pods of the cluster as targets, also those that are gone. */
export class PodTargets {
  readonly #targets: Collection<Target>;
  readonly #cluster: KubernetesCluster;
  readonly #isLeftOut: (service: string) => boolean;
  #isReconciled = false;

  /** @param options.isLeftOut whether a service offers no metrics */
  constructor(options: {
    kit: Kit;
    cluster: KubernetesCluster;
    isLeftOut: (service: string) => boolean;
  }) {
    this.#targets = options.kit.store.collection('targets', 'pods');
    this.#cluster = options.cluster;
    this.#isLeftOut = options.isLeftOut;
    options.cluster.objects.onChange(({ type, object }) => {
      if (object.kind !== 'Pod') return;
      if (type === 'DELETED') this.#end(object.metadata.uid);
      else this.#observe(object as Pod);
    });
  }

  /** All of them, the gone ones too. */
  list(): Target[] {
    if (!this.#isReconciled) this.#reconcile();
    return this.#targets.list();
  }

  /** Catches up with what happened while nobody looked. */
  #reconcile() {
    this.#isReconciled = true;
    const pods = this.#cluster.objects.list<Pod>('pods');
    for (const pod of pods) this.#observe(pod);
    const alive = new Set(pods.map(pod => pod.metadata.uid));
    for (const { id, goneAt } of this.#targets.list()) {
      if (goneAt === undefined && !alive.has(id)) this.#end(id);
    }
  }

  #observe(pod: Pod) {
    const { uid } = pod.metadata;
    const known = this.#targets.get(uid);
    const now = this.#cluster.time.now().getTime();
    const lives = livesAfter(known?.lives ?? [], pod, now);
    if (lives === known?.lives || lives.length === 0) return;
    const target = known ?? this.#read(pod);
    if (target) this.#targets.put(uid, { ...target, lives });
  }

  #read(pod: Pod): Target | undefined {
    const target = readTarget(pod, this.#cluster.objects);
    if (!target || this.#isLeftOut(target.service)) return undefined;
    const taken = this.#targets
      .filter(
        one =>
          one.service === target.service &&
          one.environment === target.environment &&
          one.goneAt === undefined,
      )
      .map(one => one.rank);
    let rank = 0;
    while (taken.includes(rank)) rank += 1;
    return { ...target, rank };
  }

  #end(uid: string) {
    const target = this.#targets.get(uid);
    if (!target || target.goneAt !== undefined) return;
    const goneAt = this.#cluster.time.now().getTime();
    const lives = target.lives.map(life => ({ to: goneAt, ...life }));
    this.#targets.put(uid, { ...target, lives, goneAt });
  }
}
