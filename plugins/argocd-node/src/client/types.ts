/*
 * What Portico reads and writes of Argo CD's API. All fields:
 * https://github.com/argoproj/argo-cd/blob/master/pkg/apis/application/v1alpha1/types.go
 */
import type { JsonObject } from '@backstage/types';

export type SyncStatusCode = 'Synced' | 'OutOfSync' | 'Unknown';

export type HealthStatusCode =
  | 'Healthy'
  | 'Progressing'
  | 'Degraded'
  | 'Suspended'
  | 'Missing'
  | 'Unknown';

/** Where manifests come from: a folder of a git repository, or a chart of a Helm repository. */
export interface ApplicationSource {
  repoURL: string;
  path?: string;
  /** Branch, tag or commit; a version for a chart. */
  targetRevision?: string;
  chart?: string;
  /** Makes the source available to other sources as `$ref/…`. */
  ref?: string;
  helm?: JsonObject;
  kustomize?: JsonObject;
  directory?: JsonObject;
}

/** A cluster, by URL or by the name under which Argo CD knows it, and a namespace in it. */
export interface ApplicationDestination {
  server?: string;
  name?: string;
  namespace?: string;
}

export interface SyncPolicy {
  automated?: { prune?: boolean; selfHeal?: boolean; allowEmpty?: boolean };
  /** e.g. `CreateNamespace=true`. */
  syncOptions?: string[];
  retry?: {
    limit?: number;
    /** Durations as Argo CD writes them, e.g. `5s`, `3m`. */
    backoff?: { duration?: string; factor?: number; maxDuration?: string };
  };
}

export interface ApplicationSpec {
  project: string;
  source?: ApplicationSource;
  sources?: ApplicationSource[];
  destination: ApplicationDestination;
  syncPolicy?: SyncPolicy;
  revisionHistoryLimit?: number;
}

export interface ObjectMeta {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
}

export interface ResourceHealth {
  status?: HealthStatusCode;
  message?: string;
}

/** A top-level resource of an application, compared with the cluster. */
export interface ResourceStatus {
  group?: string;
  version?: string;
  kind: string;
  namespace?: string;
  name: string;
  status?: SyncStatusCode;
  health?: ResourceHealth;
  requiresPruning?: boolean;
}

/** Something wrong with an application, e.g. `ComparisonError`, `SyncError`, `InvalidSpecError`. */
export interface ApplicationCondition {
  type: string;
  message: string;
  lastTransitionTime?: string;
}

/** What a sync did to one resource. */
export interface ResourceResult {
  group?: string;
  version?: string;
  kind: string;
  namespace?: string;
  name: string;
  status?: string;
  message?: string;
  hookPhase?: string;
}

/** The latest operation (a sync or a rollback). */
export interface OperationState {
  phase: 'Running' | 'Terminating' | 'Failed' | 'Error' | 'Succeeded';
  message?: string;
  startedAt: string;
  finishedAt?: string;
  syncResult?: {
    revision?: string;
    revisions?: string[];
    resources?: ResourceResult[];
  };
}

export interface ApplicationStatus {
  sync?: { status?: SyncStatusCode; revision?: string; revisions?: string[] };
  health?: ResourceHealth;
  resources?: ResourceStatus[];
  conditions?: ApplicationCondition[];
  operationState?: OperationState;
  history?: {
    id: number;
    revision?: string;
    revisions?: string[];
    deployedAt: string;
  }[];
  reconciledAt?: string;
  summary?: { images?: string[]; externalURLs?: string[] };
}

export interface Application {
  apiVersion?: string;
  kind?: string;
  metadata: ObjectMeta;
  spec: ApplicationSpec;
  status?: ApplicationStatus;
  /** The operation that was asked for and has not been taken up yet. */
  operation?: JsonObject;
}

/** What is sent to make an application. */
export type NewApplication = Pick<Application, 'metadata' | 'spec'>;

/** A live object in the tree below an application: what it manages and what that made, e.g. pods. */
export interface ResourceNode {
  group?: string;
  version?: string;
  kind: string;
  namespace?: string;
  name: string;
  uid?: string;
  parentRefs?: { kind: string; name: string; uid?: string }[];
  /** Facts that Argo CD shows beside the node, e.g. `Containers: 1/1`. */
  info?: { name: string; value: string }[];
  images?: string[];
  health?: ResourceHealth;
  createdAt?: string;
}

/** A managed resource with its live and wanted state as JSON texts. */
export interface ManagedResource {
  group?: string;
  kind: string;
  namespace?: string;
  name: string;
  liveState?: string;
  targetState?: string;
}

/** A Kubernetes event of the application or of one of its resources. */
export interface ApplicationEvent {
  type?: string;
  reason?: string;
  message?: string;
  count?: number;
  firstTimestamp?: string;
  lastTimestamp?: string;
  involvedObject?: { kind?: string; name?: string; namespace?: string };
}

/** https://argo-cd.readthedocs.io/en/stable/user-guide/commands/argocd_app_sync/ */
export interface SyncRequest {
  revision?: string;
  revisions?: string[];
  sourcePositions?: number[];
  prune?: boolean;
  dryRun?: boolean;
  syncOptions?: { items: string[] };
}
