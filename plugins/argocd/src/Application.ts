/**
 * The parts of an Argo CD `Application` that Portico shows. Roadie's client
 * checks fewer fields than it passes on; those it does not know are optional here.
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml
 */
export interface ApplicationDocument {
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
  };
  spec?: { destination?: { name?: string; namespace?: string } };
  status: {
    sync: { status: string; revision?: string; revisions?: string[] };
    health: { status: string; message?: string };
    operationState?: { phase?: string; message?: string };
    conditions?: Array<{ type: string; message: string }>;
    history?: HistoryDocument[];
    summary?: { images?: string[] };
  };
}

interface HistoryDocument {
  id?: number;
  revision?: unknown;
  revisions?: string[];
  source?: { chart?: string };
  deployStartedAt?: string;
  deployedAt?: string;
  initiatedBy?: { username?: string; automated?: boolean };
}

/** One time that Argo CD brought a revision to an environment. */
export interface Deployment {
  environment: string;
  application: string;
  namespace?: string;
  /** Commit, or version of a chart. */
  revision?: string;
  /** True where `revision` names a commit, whose author and message can be asked. */
  isCommit: boolean;
  /** ISO 8601. */
  deployedAt?: string;
  /** How long the sync took; unknown where Argo CD doesn't say when it began. */
  durationSeconds?: number;
  /** `automated`, or the name of who pressed the button. */
  initiatedBy?: string;
}

/** An application as the portal speaks of it: an environment and what runs there. */
export interface Environment {
  name: string;
  application: string;
  namespace?: string;
  revision?: string;
  /** Tag of the first image, e.g. `v1.42.0`. */
  version?: string;
  /** `Synced`, `OutOfSync`, `Unknown`; `Syncing` while an operation runs. */
  sync: string;
  /** `Healthy`, `Progressing`, `Degraded`, `Suspended`, `Missing`, `Unknown`. */
  health: string;
  /** Why it is not as it should be, in Argo CD's words. */
  reason?: string;
  /** Newest first. */
  deployments: Deployment[];
}

const ENVIRONMENT_LABELS = ['portico/environment', 'environment', 'env'];
const ORDER = ['production', 'prod', 'staging', 'test', 'dev', 'development'];

/** What runs where, production first. */
export function toEnvironments(
  applications: ApplicationDocument[],
  component: string,
): Environment[] {
  const rank = (name: string) =>
    ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length;
  return applications
    .map(application => toEnvironment(application, component))
    .sort(
      (a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name),
    );
}

function toEnvironment(
  { metadata, status }: ApplicationDocument,
  component: string,
): Environment {
  const name = environmentName(metadata, component);
  const deployments = (status.history ?? [])
    .map(entry => toDeployment(entry, name, metadata))
    .sort((a, b) => (b.deployedAt ?? '').localeCompare(a.deployedAt ?? ''));
  const { phase, message } = status.operationState ?? {};
  const failed = phase === 'Failed' || phase === 'Error';
  return {
    name,
    application: metadata.name,
    namespace: metadata.namespace,
    revision:
      status.sync.revision ||
      status.sync.revisions?.[0] ||
      deployments[0]?.revision,
    version: imageTag(status.summary?.images?.[0]),
    sync: phase === 'Running' ? 'Syncing' : status.sync.status,
    health: status.health.status,
    reason:
      status.conditions?.find(({ type }) => type.endsWith('Error'))?.message ??
      (failed ? message : undefined) ??
      status.health.message,
    deployments,
  };
}

function environmentName(
  metadata: ApplicationDocument['metadata'],
  component: string,
): string {
  const label = ENVIRONMENT_LABELS.map(key => metadata.labels?.[key]).find(
    Boolean,
  );
  if (label) return label;
  const prefix = `${component}-`;
  return metadata.name.startsWith(prefix)
    ? metadata.name.slice(prefix.length)
    : metadata.name;
}

function toDeployment(
  entry: HistoryDocument,
  environment: string,
  metadata: ApplicationDocument['metadata'],
): Deployment {
  const { deployStartedAt, deployedAt, initiatedBy } = entry;
  const revision =
    typeof entry.revision === 'string' && entry.revision
      ? entry.revision
      : entry.revisions?.[0];
  return {
    environment,
    application: metadata.name,
    namespace: metadata.namespace,
    revision,
    isCommit: !entry.source?.chart && /^[0-9a-f]{40}$/.test(revision ?? ''),
    deployedAt,
    durationSeconds:
      deployStartedAt && deployedAt
        ? (Date.parse(deployedAt) - Date.parse(deployStartedAt)) / 1000
        : undefined,
    initiatedBy: initiatedBy?.automated ? 'automated' : initiatedBy?.username,
  };
}

function imageTag(image?: string): string | undefined {
  return image?.match(/:([\w][\w.-]*)$/)?.[1];
}
