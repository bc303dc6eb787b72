import { ANNOTATIONS } from '@portico/plugin-health-common';
import type { HealthSubject } from '@portico/plugin-health-node';
import type { Pod, Workload } from './types';

/** The label by which objects name their entity. Source: https://backstage.io/docs/features/kubernetes/configuration/#label */
export const LABEL = ANNOTATIONS.kubernetesId;

const NAMESPACE = 'backstage.io/kubernetes-namespace';

/** Whether an entity names its workloads. */
export function namesWorkloads({ entity }: HealthSubject): boolean {
  return Boolean(entity.metadata.annotations?.[LABEL]);
}

/** Objects by the entity that they name, so that a thousand entities need one pass. */
export function byEntity<T extends Workload | Pod>(
  objects: T[],
): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const object of objects) {
    const id = object.metadata.labels?.[LABEL];
    if (!id) continue;
    found.set(id, [...(found.get(id) ?? []), object]);
  }
  return found;
}

/** Those of one entity; of its namespace alone if it names one. */
export function ownOf<T extends Workload | Pod>(
  { entity }: HealthSubject,
  objects: Map<string, T[]>,
): T[] {
  const annotations = entity.metadata.annotations ?? {};
  const own = objects.get(annotations[LABEL]) ?? [];
  const namespace = annotations[NAMESPACE];
  return namespace
    ? own.filter(({ metadata }) => metadata.namespace === namespace)
    : own;
}

/** The pods that a workload's selector chooses. */
export function podsOf({ metadata, spec }: Workload, pods: Pod[]): Pod[] {
  const wanted = Object.entries(spec.selector.matchLabels ?? {});
  return pods.filter(
    ({ metadata: of }) =>
      of.namespace === metadata.namespace &&
      !of.deletionTimestamp &&
      wanted.every(([key, value]) => of.labels?.[key] === value),
  );
}

const LABELS = ['portico/environment', 'environment', 'env'];
const NAMES = ['dev', 'development', 'test', 'staging', 'production'];

/** From a label, or from a namespace such as `orders-staging`; `production` where neither says. */
export function environmentOf({ metadata }: Workload): string {
  const label = LABELS.map(key => metadata.labels?.[key]).find(Boolean);
  return (
    label ??
    NAMES.find(
      name =>
        metadata.namespace === name || metadata.namespace.endsWith(`-${name}`),
    ) ??
    'production'
  );
}
