import type { ObjectStore } from '../objects/ObjectStore';
import type { KubernetesObject } from '../objects/types';
import type { Container, KeyRef, Pod } from '../objects/workloads';

type Data = KubernetesObject & {
  data?: Record<string, string>;
  binaryData?: Record<string, string>;
};

/** What keeps a container from being created, in Kubernetes' words: a ConfigMap, Secret or key that is missing. */
export function configError(
  pod: Pod,
  container: Container,
  objects: ObjectStore,
): string | undefined {
  const { namespace } = pod.metadata;
  const missing = (
    plural: 'configmaps' | 'secrets',
    ref: { name: string; optional?: boolean } | undefined,
  ) => {
    if (!ref || ref.optional || objects.get(plural, namespace, ref.name)) {
      return undefined;
    }
    return `${plural.slice(0, -1)} "${ref.name}" not found`;
  };
  const missingKey = (
    plural: 'configmaps' | 'secrets',
    ref: KeyRef | undefined,
  ) => {
    const why = missing(plural, ref);
    if (why || !ref || ref.optional) return why;
    const held = objects.get<Data>(plural, namespace, ref.name);
    if (!held || ref.key in { ...held.data, ...held.binaryData }) {
      return undefined;
    }
    const kind = plural === 'secrets' ? 'Secret' : 'ConfigMap';
    return `couldn't find key ${ref.key} in ${kind} ${namespace}/${ref.name}`;
  };
  for (const { configMapRef, secretRef } of container.envFrom ?? []) {
    const why =
      missing('configmaps', configMapRef) ?? missing('secrets', secretRef);
    if (why) return why;
  }
  for (const { valueFrom } of container.env ?? []) {
    const why =
      missingKey('configmaps', valueFrom?.configMapKeyRef) ??
      missingKey('secrets', valueFrom?.secretKeyRef);
    if (why) return why;
  }
  return undefined;
}

/** Why a volume can't be mounted, as the kubelet's FailedMount event says it. */
export function mountError(pod: Pod, objects: ObjectStore): string | undefined {
  const { namespace } = pod.metadata;
  for (const { name, configMap, secret } of pod.spec.volumes ?? []) {
    const refs = [
      ['configmap', 'configmaps', configMap?.name, configMap?.optional],
      ['secret', 'secrets', secret?.secretName, secret?.optional],
    ] as const;
    for (const [kind, plural, ref, optional] of refs) {
      if (ref && !optional && !objects.get(plural, namespace, ref)) {
        return `MountVolume.SetUp failed for volume "${name}" : ${kind} "${ref}" not found`;
      }
    }
  }
  return undefined;
}
