import type { HealthSignal } from '@portico/plugin-health-common';
import type {
  HealthCollection,
  HealthProvider,
  HealthSubject,
} from '@portico/plugin-health-node';
import { assessPods } from './assessPods';
import { assessReplicas } from './assessReplicas';
import type { ClusterReader } from './ClusterReader';
import type { Pod, ProbeEvent, Workload } from './types';
import {
  byEntity,
  environmentOf,
  LABEL,
  namesWorkloads,
  ownOf,
  podsOf,
} from './workloadsOf';

/** What one cluster holds of all entities. */
interface ClusterState {
  workloads: Map<string, Workload[]>;
  pods: Map<string, Pod[]>;
  probes: ProbeEvent[];
  requests: number;
}

/** One list of each kind a cluster serves all entities. */
export class KubernetesProvider implements HealthProvider {
  readonly id = 'kubernetes';
  readonly title = 'Kubernetes';
  readonly #reader: ClusterReader;
  #clusters: string[] = [];

  constructor(reader: ClusterReader) {
    this.#reader = reader;
  }

  /** Known after the first collection: the Kubernetes plugin finds them. */
  get instances(): readonly string[] {
    return this.#clusters;
  }

  appliesTo(subject: HealthSubject): boolean {
    return namesWorkloads(subject);
  }

  async collect(
    subjects: HealthSubject[],
    { signal, now }: { signal: AbortSignal; now: Date },
  ): Promise<HealthCollection> {
    this.#clusters = await this.#reader.clusters(signal);
    const collection: HealthCollection = {
      signals: new Map(),
      gaps: [],
      requests: 1,
    };
    const answers = await Promise.allSettled(
      this.#clusters.map(cluster => this.#read(cluster, signal)),
    );
    answers.forEach((answer, index) => {
      const cluster = this.#clusters[index];
      if (answer.status === 'rejected') {
        const { message } = answer.reason as Error;
        collection.gaps.push({
          instance: cluster,
          message: `Cluster ${cluster}: ${message}`,
        });
        return;
      }
      collection.requests += answer.value.requests;
      for (const subject of subjects) {
        const found = assess(subject, answer.value, { cluster, now });
        if (found.length === 0) continue;
        const { entityRef } = subject;
        const before = collection.signals.get(entityRef) ?? [];
        collection.signals.set(entityRef, [...before, ...found]);
      }
    });
    const [first] = answers;
    if (first && answers.every(({ status }) => status === 'rejected')) {
      throw (first as PromiseRejectedResult).reason;
    }
    return collection;
  }

  async #read(cluster: string, signal: AbortSignal): Promise<ClusterState> {
    const labelled = { labelSelector: LABEL, signal };
    const [deployments, statefulSets, pods] = await Promise.all([
      this.#reader.list<Workload>(cluster, {
        path: '/apis/apps/v1/deployments',
        ...labelled,
      }),
      this.#reader.list<Workload>(cluster, {
        path: '/apis/apps/v1/statefulsets',
        ...labelled,
      }),
      this.#reader.list<Pod>(cluster, { path: '/api/v1/pods', ...labelled }),
    ]);
    const lists = [deployments, statefulSets, pods];
    const probes = await this.#failedProbes(cluster, pods.items, signal);
    return {
      workloads: byEntity([...deployments.items, ...statefulSets.items]),
      pods: byEntity(pods.items),
      probes: probes.items,
      requests:
        probes.requests +
        lists.reduce((total, { requests }) => total + requests, 0),
    };
  }

  /** Why pods are not ready; nobody is asked while all are. */
  async #failedProbes(cluster: string, pods: Pod[], signal: AbortSignal) {
    const isUnready = ({ status }: Pod) =>
      status?.conditions?.some(
        ({ type, status: is }) => type === 'Ready' && is === 'False',
      );
    if (!pods.some(isUnready)) return { items: [], requests: 0 };
    return this.#reader.list<ProbeEvent>(cluster, {
      path: '/api/v1/events',
      fieldSelector: 'reason=Unhealthy',
      signal,
    });
  }
}

function assess(
  subject: HealthSubject,
  state: ClusterState,
  { cluster, now }: { cluster: string; now: Date },
): HealthSignal[] {
  const pods = ownOf(subject, state.pods);
  const { kind, metadata } = subject.entity;
  const path = `/catalog/${metadata.namespace ?? 'default'}/${kind}/${
    metadata.name
  }/kubernetes`;
  return ownOf(subject, state.workloads).flatMap(workload => {
    const { namespace, name } = workload.metadata;
    const id = `kubernetes:${cluster}:${namespace}/${name}`;
    const own = podsOf(workload, pods);
    const common = {
      provider: 'kubernetes',
      kind: 'workload' as const,
      environment: environmentOf(workload),
      instance: cluster,
      observedAt: now.toISOString(),
      evidence: { title: 'Kubernetes', url: path.toLowerCase() },
    };
    const replicas: HealthSignal = {
      ...common,
      id: `${id}:replicas`,
      title: `Replicas of ${name}`,
      serving: true,
      ...assessReplicas(workload, now),
    };
    if (own.length === 0) return [replicas];
    return [
      replicas,
      {
        ...common,
        id: `${id}:pods`,
        title: `Pods of ${name}`,
        ...assessPods(own, { now, probes: state.probes }),
      },
    ];
  });
}
