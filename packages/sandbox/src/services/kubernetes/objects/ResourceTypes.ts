/** A kind of object and where it lives in the API. */
export interface ResourceType {
  /** `''` for the core group. */
  group: string;
  version: string;
  plural: string;
  kind: string;
  namespaced: boolean;
  shortNames?: string[];
  /** Subresources that answer beside `status`. */
  subresources?: string[];
}

type Row = [
  plural: string,
  kind: string,
  shortNames?: string,
  rest?: 'cluster',
];

const BUILT_IN: Record<string, Row[]> = {
  v1: [
    ['namespaces', 'Namespace', 'ns', 'cluster'],
    ['nodes', 'Node', 'no', 'cluster'],
    ['persistentvolumes', 'PersistentVolume', 'pv', 'cluster'],
    ['pods', 'Pod', 'po'],
    ['services', 'Service', 'svc'],
    ['configmaps', 'ConfigMap', 'cm'],
    ['secrets', 'Secret'],
    ['serviceaccounts', 'ServiceAccount', 'sa'],
    ['endpoints', 'Endpoints', 'ep'],
    ['events', 'Event', 'ev'],
    ['limitranges', 'LimitRange', 'limits'],
    ['resourcequotas', 'ResourceQuota', 'quota'],
    ['persistentvolumeclaims', 'PersistentVolumeClaim', 'pvc'],
    ['replicationcontrollers', 'ReplicationController', 'rc'],
  ],
  'apps/v1': [
    ['deployments', 'Deployment', 'deploy'],
    ['replicasets', 'ReplicaSet', 'rs'],
    ['statefulsets', 'StatefulSet', 'sts'],
    ['daemonsets', 'DaemonSet', 'ds'],
    ['controllerrevisions', 'ControllerRevision'],
  ],
  'autoscaling/v2': [
    ['horizontalpodautoscalers', 'HorizontalPodAutoscaler', 'hpa'],
  ],
  'batch/v1': [
    ['jobs', 'Job'],
    ['cronjobs', 'CronJob', 'cj'],
  ],
  'networking.k8s.io/v1': [
    ['ingresses', 'Ingress', 'ing'],
    ['networkpolicies', 'NetworkPolicy', 'netpol'],
    ['ingressclasses', 'IngressClass', '', 'cluster'],
  ],
  'policy/v1': [['poddisruptionbudgets', 'PodDisruptionBudget', 'pdb']],
  'rbac.authorization.k8s.io/v1': [
    ['roles', 'Role'],
    ['rolebindings', 'RoleBinding'],
    ['clusterroles', 'ClusterRole', '', 'cluster'],
    ['clusterrolebindings', 'ClusterRoleBinding', '', 'cluster'],
  ],
  'storage.k8s.io/v1': [['storageclasses', 'StorageClass', 'sc', 'cluster']],
  'scheduling.k8s.io/v1': [
    ['priorityclasses', 'PriorityClass', 'pc', 'cluster'],
  ],
  'apiextensions.k8s.io/v1': [
    ['customresourcedefinitions', 'CustomResourceDefinition', 'crd', 'cluster'],
  ],
  'monitoring.coreos.com/v1': [
    ['servicemonitors', 'ServiceMonitor', 'smon'],
    ['podmonitors', 'PodMonitor', 'pmon'],
    ['prometheusrules', 'PrometheusRule', 'promrule'],
  ],
};

const SCALABLE = ['deployments', 'replicasets', 'statefulsets'];

/** Group and version of an `apiVersion`. */
export function splitApiVersion(apiVersion: string): {
  group: string;
  version: string;
} {
  const at = apiVersion.indexOf('/');
  return at < 0
    ? { group: '', version: apiVersion }
    : { group: apiVersion.slice(0, at), version: apiVersion.slice(at + 1) };
}

/** `v1` or `apps/v1`. */
export function apiVersionOf(type: { group: string; version: string }): string {
  return type.group ? `${type.group}/${type.version}` : type.version;
}

/** The kinds that the cluster knows: the built-in ones, the Prometheus operator's, and those of its custom resource definitions. */
export class ResourceTypes {
  readonly #types: ResourceType[] = Object.entries(BUILT_IN).flatMap(
    ([apiVersion, rows]) =>
      rows.map(([plural, kind, shortNames, scope]) => ({
        ...splitApiVersion(apiVersion),
        plural,
        kind,
        namespaced: scope !== 'cluster',
        shortNames: shortNames ? shortNames.split(' ') : undefined,
        subresources: subresourcesOf(plural),
      })),
  );
  readonly #custom: () => ResourceType[];

  /** @param custom gives the types that the cluster's custom resource definitions add */
  constructor(custom: () => ResourceType[] = () => []) {
    this.#custom = custom;
  }

  list(): ResourceType[] {
    return [...this.#types, ...this.#custom()];
  }

  /** By its place in the API. */
  at(group: string, version: string, plural: string): ResourceType | undefined {
    return this.list().find(
      type =>
        type.plural === plural &&
        type.group === group &&
        type.version === version,
    );
  }

  of(apiVersion: string, kind: string): ResourceType | undefined {
    return this.list().find(
      type => type.kind === kind && apiVersionOf(type) === apiVersion,
    );
  }

  /** A built-in type by its plural name. */
  builtIn(plural: string): ResourceType {
    const type = this.#types.find(candidate => candidate.plural === plural);
    if (!type) throw new Error(`No built-in resource type '${plural}'`);
    return type;
  }
}

function subresourcesOf(plural: string): string[] {
  if (plural === 'pods') return ['log', 'eviction'];
  return SCALABLE.includes(plural) ? ['scale'] : [];
}
