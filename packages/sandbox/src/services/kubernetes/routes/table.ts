import type { Condition, KubernetesObject } from '../objects/types';
import type { ContainerStatus } from '../objects/workloads';

type Column = [name: string, value: (object: Row) => string | number];
type Row = KubernetesObject & {
  spec?: Record<string, unknown>;
  status?: Record<string, unknown> & { conditions?: Condition[] };
  data?: object;
  type?: string;
  reason?: string;
  message?: string;
  involvedObject?: { kind: string; name: string };
};

const number = (value: unknown) => Number(value ?? 0);

const COLUMNS: Record<string, Column[]> = {
  Pod: [
    [
      'Ready',
      pod => {
        const containers = containersOf(pod);
        return `${containers.filter(one => one.ready).length}/${
          containers.length
        }`;
      },
    ],
    ['Status', podState],
    [
      'Restarts',
      pod => containersOf(pod).reduce((sum, one) => sum + one.restartCount, 0),
    ],
  ],
  Deployment: [
    [
      'Ready',
      object =>
        `${number(object.status?.readyReplicas)}/${number(
          object.spec?.replicas,
        )}`,
    ],
    ['Up-to-date', object => number(object.status?.updatedReplicas)],
    ['Available', object => number(object.status?.availableReplicas)],
  ],
  ReplicaSet: [
    ['Desired', object => number(object.spec?.replicas)],
    ['Current', object => number(object.status?.replicas)],
    ['Ready', object => number(object.status?.readyReplicas)],
  ],
  StatefulSet: [
    [
      'Ready',
      object =>
        `${number(object.status?.readyReplicas)}/${number(
          object.spec?.replicas,
        )}`,
    ],
  ],
  DaemonSet: [
    ['Desired', object => number(object.status?.desiredNumberScheduled)],
    ['Ready', object => number(object.status?.numberReady)],
  ],
  Job: [
    [
      'Completions',
      object =>
        `${number(object.status?.succeeded)}/${number(
          object.spec?.completions,
        )}`,
    ],
  ],
  Service: [
    ['Type', object => String(object.spec?.type)],
    ['Cluster-IP', object => String(object.spec?.clusterIP ?? '<none>')],
  ],
  Namespace: [['Status', object => String(object.status?.phase)]],
  Node: [
    ['Status', object => (conditionIs(object, 'Ready') ? 'Ready' : 'NotReady')],
  ],
  ConfigMap: [['Data', object => Object.keys(object.data ?? {}).length]],
  Secret: [
    ['Type', object => object.type ?? 'Opaque'],
    ['Data', object => Object.keys(object.data ?? {}).length],
  ],
  Event: [
    ['Type', object => object.type ?? ''],
    ['Reason', object => object.reason ?? ''],
    [
      'Object',
      object =>
        `${object.involvedObject?.kind.toLowerCase()}/${
          object.involvedObject?.name
        }`,
    ],
    ['Message', object => object.message ?? ''],
  ],
};

/** Rows as `kubectl get` prints them. */
export function presentTable(
  kind: string,
  items: KubernetesObject[],
  metadata: object,
  now: Date,
) {
  const columns = COLUMNS[kind] ?? [];
  const definition = (name: string, type = 'string') => ({
    name,
    type,
    format: name === 'Name' ? 'name' : '',
    description: '',
    priority: 0,
  });
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: [
      definition('Name'),
      ...columns.map(([name]) => definition(name)),
      definition('Age'),
    ],
    rows: items.map(item => ({
      cells: [
        item.metadata.name,
        ...columns.map(([, value]) => value(item as Row)),
        age(item.metadata.creationTimestamp, now),
      ],
      object: {
        kind: 'PartialObjectMetadata',
        apiVersion: 'meta.k8s.io/v1',
        metadata: item.metadata,
      },
    })),
  };
}

function containersOf(pod: Row): ContainerStatus[] {
  return (pod.status?.containerStatuses as ContainerStatus[] | undefined) ?? [];
}

function podState(pod: Row): string {
  if (pod.metadata.deletionTimestamp) return 'Terminating';
  const states = containersOf(pod).map(one => one.state);
  const why = states
    .map(state => state.waiting?.reason ?? state.terminated?.reason)
    .find(Boolean);
  return why ?? String(pod.status?.phase ?? 'Pending');
}

function conditionIs(object: Row, type: string): boolean {
  return (object.status?.conditions ?? []).some(
    condition => condition.type === type && condition.status === 'True',
  );
}

function age(since: string, now: Date): string {
  const seconds = Math.floor(
    (now.getTime() - new Date(since).getTime()) / 1000,
  );
  if (seconds < 120) return `${Math.max(0, seconds)}s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)}m`;
  return seconds < 172_800
    ? `${Math.floor(seconds / 3600)}h`
    : `${Math.floor(seconds / 86_400)}d`;
}
