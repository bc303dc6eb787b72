import type { Manifest } from '../types';

const ORDER = [
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'ServiceAccount',
  'Secret',
  'ConfigMap',
  'PersistentVolumeClaim',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'Service',
  'DaemonSet',
  'Pod',
  'Deployment',
  'StatefulSet',
  'Job',
  'CronJob',
  'Ingress',
];

function wave(manifest: Manifest): number {
  const { annotations = {} } = manifest.metadata;
  return Number(annotations['argocd.argoproj.io/sync-wave'] ?? 0);
}

/** The order in which resources are applied: by wave, then by kind. */
export function inSyncOrder(manifests: Manifest[]): Manifest[] {
  const rank = ({ kind }: Manifest) =>
    ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length;
  return [...manifests].sort((a, b) => wave(a) - wave(b) || rank(a) - rank(b));
}
