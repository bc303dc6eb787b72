import type { Inventory } from '../../kit';
import type { KubernetesCluster } from './KubernetesCluster';

/** Kinds that controllers make and unmake by themselves. */
const MADE_BY_CONTROLLERS = [
  'ControllerRevision',
  'Endpoints',
  'EndpointSlice',
  'Event',
  'Lease',
  'Node',
  'PersistentVolume',
  'Pod',
  'ReplicaSet',
];
const WORKLOADS = ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'StatefulSet'];

/** What a flow can leave in the cluster: what somebody applied, not what controllers made of it. */
export function inventory({ objects }: KubernetesCluster): Inventory {
  const made = objects.types
    .list()
    .flatMap(type => objects.list(type))
    .filter(
      ({ kind, metadata }) =>
        !MADE_BY_CONTROLLERS.includes(kind) &&
        !metadata.ownerReferences?.length &&
        !(kind === 'ServiceAccount' && metadata.name === 'default') &&
        !(kind === 'ConfigMap' && metadata.name === 'kube-root-ca.crt'),
    );
  const keys = (matches: (kind: string) => boolean) =>
    made
      .filter(({ kind }) => matches(kind))
      .map(
        ({ kind, metadata }) =>
          `${metadata.namespace ? `${metadata.namespace} ` : ''}${kind}/${
            metadata.name
          }`,
      );
  return {
    namespaces: made
      .filter(({ kind }) => kind === 'Namespace')
      .map(
        ({ metadata }) =>
          `${metadata.name}${metadata.deletionTimestamp ? ' deleting' : ''}`,
      ),
    workloads: keys(kind => WORKLOADS.includes(kind)),
    others: keys(kind => kind !== 'Namespace' && !WORKLOADS.includes(kind)),
  };
}
