import type { KubernetesObject } from '../objects/types';

/** What a pod or its workload belongs to, by its labels. */
export interface Workload {
  service: string;
  environment: 'production' | 'staging' | 'dev';
}

const ENVIRONMENTS = ['production', 'staging', 'dev'] as const;

/** The service and environment that labels name; an environment that they don't name is the namespace's ending, else production. */
export function workloadOf({
  metadata,
}: Pick<KubernetesObject, 'metadata'>): Workload | undefined {
  const { labels = {}, namespace = '' } = metadata;
  const service = labels['app.kubernetes.io/name'] ?? labels.app;
  if (!service) return undefined;
  const named = labels['portico/environment'] ?? labels.environment;
  const environment =
    ENVIRONMENTS.find(one => one === named) ??
    ENVIRONMENTS.find(one => namespace.endsWith(`-${one}`)) ??
    'production';
  return { service, environment };
}
