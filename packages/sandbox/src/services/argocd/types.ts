import type { KubernetesObject, Manifest } from '../kubernetes';
import type { ObjectMeta } from '../kubernetes/objects/types';

export type { KubernetesObject, Manifest };

/** https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml */
export interface ApplicationSource {
  repoURL: string;
  path?: string;
  targetRevision?: string;
  chart?: string;
  ref?: string;
  helm?: object;
  plugin?: object;
  kustomize?: {
    images?: string[];
    namePrefix?: string;
    nameSuffix?: string;
    namespace?: string;
    commonLabels?: Record<string, string>;
    commonAnnotations?: Record<string, string>;
    replicas?: { name: string; count: number | string }[];
  };
  directory?: { recurse?: boolean; include?: string; exclude?: string };
}

export interface SyncPolicy {
  automated?: {
    prune?: boolean;
    selfHeal?: boolean;
    allowEmpty?: boolean;
    enabled?: boolean;
  };
  syncOptions?: string[];
}

export interface ApplicationSpec {
  project: string;
  source?: ApplicationSource;
  sources?: ApplicationSource[];
  destination: { server?: string; name?: string; namespace?: string };
  syncPolicy?: SyncPolicy;
  revisionHistoryLimit?: number;
}

export type SyncCode = 'Synced' | 'OutOfSync' | 'Unknown';
export type HealthCode =
  | 'Healthy'
  | 'Progressing'
  | 'Degraded'
  | 'Suspended'
  | 'Missing'
  | 'Unknown';

export interface Health {
  status: HealthCode;
  message?: string;
}

export interface ResourceStatus {
  group?: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
  status: SyncCode;
  health?: Health;
  requiresPruning?: boolean;
  syncWave?: number;
}

export interface ResourceResult {
  group: string;
  version: string;
  kind: string;
  namespace: string;
  name: string;
  status?: 'Synced' | 'SyncFailed' | 'Pruned' | 'PruneSkipped';
  message: string;
  hookType?: string;
  hookPhase?: string;
  syncPhase: string;
}

export interface Operation {
  initiatedBy: { username?: string; automated?: boolean };
  sync: {
    revision?: string;
    revisions?: string[];
    prune?: boolean;
    dryRun?: boolean;
    resources?: {
      group?: string;
      kind: string;
      name: string;
      namespace?: string;
    }[];
    syncOptions?: string[];
    /** For a rollback: what was deployed then. */
    source?: ApplicationSource;
    sources?: ApplicationSource[];
  };
  retry?: object;
}

export interface OperationState {
  operation: Operation;
  phase: 'Running' | 'Succeeded' | 'Failed' | 'Error' | 'Terminating';
  message: string;
  startedAt: string;
  finishedAt?: string;
  syncResult?: {
    revision: string;
    revisions?: string[];
    source?: ApplicationSource;
    sources?: ApplicationSource[];
    resources?: ResourceResult[];
  };
}

export interface Condition {
  type: string;
  message: string;
  lastTransitionTime: string;
}

export interface HistoryEntry {
  id: number;
  revision: string;
  revisions?: string[];
  deployStartedAt: string;
  deployedAt: string;
  source?: ApplicationSource;
  sources?: ApplicationSource[];
  initiatedBy: { username?: string; automated?: boolean };
}

export interface ApplicationStatus {
  sync: {
    status: SyncCode;
    revision?: string;
    revisions?: string[];
    comparedTo: {
      source?: ApplicationSource;
      sources?: ApplicationSource[];
      destination: ApplicationSpec['destination'];
    };
  };
  health: Health & { lastTransitionTime?: string };
  resources?: ResourceStatus[];
  conditions?: Condition[];
  history?: HistoryEntry[];
  operationState?: OperationState;
  reconciledAt?: string;
  observedAt?: string;
  sourceType?: string;
  sourceTypes?: string[];
  summary?: { images?: string[] };
  controllerNamespace?: string;
}

export interface Application {
  apiVersion?: string;
  kind?: string;
  metadata: ObjectMeta;
  spec: ApplicationSpec;
  status: ApplicationStatus;
  operation?: Operation;
}

export interface AppProject {
  metadata: Partial<ObjectMeta> & { name: string };
  spec: {
    description?: string;
    sourceRepos?: string[];
    destinations?: { server?: string; name?: string; namespace?: string }[];
    clusterResourceWhitelist?: { group: string; kind: string }[];
  };
  status?: object;
}

/** `sources`, or the one `source`. */
export function sourcesOf(spec: {
  source?: ApplicationSource;
  sources?: ApplicationSource[];
}): ApplicationSource[] {
  if (spec.sources?.length) return spec.sources;
  return spec.source ? [spec.source] : [];
}
