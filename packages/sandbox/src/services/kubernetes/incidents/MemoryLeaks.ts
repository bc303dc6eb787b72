import type { Incident, Incidents } from '../../../incidents';
import type { KubernetesCluster } from '../KubernetesCluster';
import type { Pod } from '../objects/workloads';
import { isActive } from '../controllers/owners';
import { BEHAVIOUR, behaviourOf, MEMORY_LEAK } from '../pods/podStatus';
import { workloadOf } from '../pods/workloadOf';

/** Pods that leak at most; one of several goes on serving. */
const MOST = 2;
/** An incident that is older has left restarts behind. */
const PAST_MS = 60_000;

/** Lets pods in production run out of memory, again and again, while an incident of kind `crash-loop` is under way. */
export class MemoryLeaks {
  readonly #cluster: KubernetesCluster;
  readonly #incidents: Incidents;
  #stops: (() => void)[] = [];

  constructor(cluster: KubernetesCluster, incidents: Incidents) {
    this.#cluster = cluster;
    this.#incidents = incidents;
  }

  start(): void {
    this.#stops = [
      this.#incidents.subscribe(incident => {
        if (incident.kind !== 'crash-loop') return;
        if (incident.endedAt === undefined) this.#leak(incident.component);
        else this.#mend(incident.component);
      }),
      this.#cluster.objects.onChange(({ type, object }) => {
        if (type !== 'ADDED' || object.kind !== 'Pod') return;
        const workload = workloadOf(object);
        if (workload && this.#ails(workload.service)) {
          this.#leak(workload.service);
        }
      }),
    ];
    for (const incident of this.#open()) this.#takeUp(incident);
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  #open(): Incident[] {
    return this.#incidents.open().filter(one => one.kind === 'crash-loop');
  }

  #ails(component: string): boolean {
    return this.#open().some(one => one.component === component);
  }

  /** Goes on after a start; an incident that began before anything ran has happened to pods that are as old. */
  #takeUp({ component, startedAt }: Incident) {
    const { time } = this.#cluster;
    const pods = this.#pods(component);
    const ageMs = time.now().getTime() - startedAt;
    const isPast =
      ageMs > PAST_MS &&
      pods.every(
        pod =>
          behaviourOf(pod) !== MEMORY_LEAK &&
          Date.parse(pod.metadata.creationTimestamp) < startedAt,
      );
    if (!isPast) {
      this.#leak(component);
      return;
    }
    const work = () => this.#leak(component);
    this.#cluster.simulate(new Date(startedAt), work, ageMs / 1000);
  }

  #leak(component: string) {
    const pods = this.#pods(component);
    const wanted = Math.max(1, Math.min(MOST, pods.length - 1));
    const sound = pods.filter(pod => behaviourOf(pod) !== MEMORY_LEAK);
    const missing = wanted - (pods.length - sound.length);
    for (const pod of sound.slice(0, Math.max(0, missing))) {
      this.#cluster.objects.change(pod, current => ({
        ...current,
        metadata: {
          ...current.metadata,
          annotations: {
            ...current.metadata.annotations,
            [BEHAVIOUR]: MEMORY_LEAK,
          },
        },
      }));
    }
  }

  /** Replaces the pods that leak, as whoever mends it does. */
  #mend(component: string) {
    const leaking = this.#pods(component).filter(
      pod => behaviourOf(pod) === MEMORY_LEAK,
    );
    for (const pod of leaking) this.#cluster.delete(pod);
  }

  #pods(component: string): Pod[] {
    return this.#cluster.objects.list<Pod>('pods').filter(pod => {
      const workload = workloadOf(pod);
      return (
        workload?.service === component &&
        workload.environment === 'production' &&
        isActive(pod)
      );
    });
  }
}
