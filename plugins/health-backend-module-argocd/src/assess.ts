import type {
  Application,
  HealthStatusCode,
  OperationState,
  ResourceStatus,
} from '@portico/plugin-argocd-node';
import type { HealthSignal, HealthState } from '@portico/plugin-health-common';

/** What Argo CD's words mean. Pods that are gone are told by the cluster: a degraded application alone is no outage. */
const HEALTH: Record<HealthStatusCode, HealthState> = {
  Healthy: 'healthy',
  Progressing: 'healthy',
  Suspended: 'healthy',
  Degraded: 'degraded',
  Missing: 'degraded',
  Unknown: 'unknown',
};

export interface AssessOptions {
  environment: string;
  instance: string;
  /** Page of the application for people. */
  url: string;
  now: Date;
}

/** Sync and health of one application, with the resource that failed. */
export function assess(
  application: Application,
  options: AssessOptions,
): HealthSignal[] {
  const { name } = application.metadata;
  const { environment, instance, url, now } = options;
  const common = {
    provider: 'argocd',
    kind: 'deployment' as const,
    environment,
    instance,
    observedAt: now.toISOString(),
    evidence: { title: 'Argo CD', url },
  };
  return [
    { ...common, id: `argocd:${instance}:${name}:sync`, ...sync(application) },
    {
      ...common,
      id: `argocd:${instance}:${name}:health`,
      ...health(application),
    },
  ];
}

type Told = Pick<
  HealthSignal,
  'title' | 'state' | 'text' | 'detail' | 'since' | 'informational'
>;

function sync({ metadata, status }: Application): Told {
  const title = `Argo CD sync of ${metadata.name}`;
  const operation = status?.operationState;
  if (operation?.phase === 'Failed' || operation?.phase === 'Error') {
    return {
      title,
      state: 'degraded',
      text: 'sync failed',
      detail: whyFailed(operation),
      since: operation.finishedAt ?? operation.startedAt,
    };
  }
  const condition = status?.conditions?.find(({ type }) =>
    type.endsWith('Error'),
  );
  if (condition) {
    return {
      title,
      state: 'degraded',
      text: words(condition.type),
      detail: condition.message,
      since: condition.lastTransitionTime,
    };
  }
  const text =
    operation?.phase === 'Running'
      ? 'Syncing'
      : status?.sync?.status ?? 'Unknown';
  if (text === 'Unknown') return { title, state: 'unknown', text };
  // Behind Git is where every deploy begins: shown, and no reason on its own.
  return { title, state: 'healthy', text, informational: text !== 'Synced' };
}

/** The first resource that failed, in the API server's words; else those of the operation. */
function whyFailed({
  message,
  syncResult,
}: OperationState): string | undefined {
  const resource = syncResult?.resources?.find(
    one => one.status === 'SyncFailed' || one.hookPhase === 'Failed',
  );
  const why = (resource?.message ?? message)
    ?.replace(/^one or more objects failed to apply, reason: /, '')
    // Where the API server begins to teach.
    .replace(/ \((e\.g\.|regex used|retried) .*$/s, '');
  return resource && why && !why.startsWith(resource.kind)
    ? `${resource.kind} ${resource.name}: ${why}`
    : why;
}

function health({ metadata, status }: Application): Told {
  const code = status?.health?.status ?? 'Unknown';
  const title = `Argo CD health of ${metadata.name}`;
  const failed = status?.resources?.find(
    ({ health: of }) => of?.status === 'Degraded' || of?.status === 'Missing',
  );
  return {
    title,
    state: HEALTH[code],
    text: code,
    detail: describe(failed) ?? status?.health?.message,
    ...(code === 'Progressing' || code === 'Suspended'
      ? { informational: true }
      : {}),
  };
}

function describe(resource: ResourceStatus | undefined): string | undefined {
  if (!resource) return undefined;
  const { kind, name, health: of } = resource;
  return `${kind} ${name}: ${of?.message ?? of?.status}`;
}

/** `ComparisonError` as `comparison error`. */
function words(type: string): string {
  return type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
