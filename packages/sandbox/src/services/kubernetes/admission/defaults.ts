import type { ResourceType } from '../objects/ResourceTypes';
import type { KubernetesObject } from '../objects/types';
import type { Deployment } from '../objects/workloads';

/** Fills in what the API server fills in, as far as clients look at it. */
export function applyDefaults(
  type: ResourceType,
  object: KubernetesObject,
  previous: KubernetesObject | undefined,
): KubernetesObject {
  switch (type.kind) {
    case 'Deployment':
      return {
        ...object,
        spec: {
          replicas: 1,
          progressDeadlineSeconds: 600,
          revisionHistoryLimit: 10,
          ...object.spec,
          strategy: (object as Deployment).spec.strategy ?? {
            type: 'RollingUpdate',
            rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
          },
        },
      };
    case 'StatefulSet':
    case 'ReplicaSet':
      return { ...object, spec: { replicas: 1, ...object.spec } };
    case 'Job':
      return {
        ...object,
        spec: {
          completions: 1,
          parallelism: 1,
          backoffLimit: 6,
          ...object.spec,
        },
      };
    case 'Service':
      return defaultService(object, previous);
    case 'Secret':
      return defaultSecret(object);
    case 'Namespace':
      return {
        ...object,
        spec: object.spec ?? { finalizers: ['kubernetes'] },
        status: object.status ?? { phase: 'Active' },
        metadata: {
          ...object.metadata,
          labels: {
            ...object.metadata.labels,
            'kubernetes.io/metadata.name': object.metadata.name,
          },
        },
      };
    default:
      return object;
  }
}

function defaultService(
  object: KubernetesObject,
  previous: KubernetesObject | undefined,
): KubernetesObject {
  const spec = (object.spec ?? {}) as {
    type?: string;
    clusterIP?: string;
    ports?: { port: number; protocol?: string; targetPort?: unknown }[];
  };
  const { type = 'ClusterIP' } = spec;
  const before = (previous?.spec as { clusterIP?: string } | undefined)
    ?.clusterIP;
  const clusterIP =
    type === 'ExternalName'
      ? undefined
      : spec.clusterIP ?? before ?? addressOf(object.metadata.uid);
  return {
    ...object,
    spec: {
      sessionAffinity: 'None',
      internalTrafficPolicy: 'Cluster',
      ...spec,
      type,
      ...(clusterIP ? { clusterIP, clusterIPs: [clusterIP] } : {}),
      ports: spec.ports?.map(port => ({
        protocol: 'TCP',
        targetPort: port.port,
        ...port,
      })),
    },
    status: object.status ?? { loadBalancer: {} },
  };
}

/** An address in 172.20.0.0/16, EKS's service range. */
function addressOf(uid: string): string {
  const number = parseInt(uid.slice(0, 4), 16);
  return `172.20.${Math.floor(number / 256)}.${number % 256}`;
}

function defaultSecret(object: KubernetesObject): KubernetesObject {
  const { stringData, ...rest } = object as KubernetesObject & {
    stringData?: Record<string, string>;
    data?: Record<string, string>;
    type?: string;
  };
  const encoded = Object.entries(stringData ?? {}).map(([key, value]) => [
    key,
    Buffer.from(value).toString('base64'),
  ]);
  return {
    type: 'Opaque',
    ...rest,
    data: { ...rest.data, ...Object.fromEntries(encoded) },
  } as KubernetesObject;
}
