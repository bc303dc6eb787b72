import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Application, ArgocdClient } from '@portico/plugin-argocd-node';
import { flowLog } from '@portico/plugin-flows-common';
import { listResources, type ResourceState } from './describeResource';
import {
  findSourceProblem,
  findSyncProblem,
  listUnhealthy,
  listUnready,
} from './explainFailure';
import { RolloutError } from './RolloutError';

/** How patient a wait is; tests shorten it. */
export interface Patience {
  /** Pause between two looks. */
  pollMs: number;
  /** How long an application may be Degraded, or a fault of its source last, before it counts. */
  graceMs: number;
}

export const PATIENCE: Patience = { pollMs: 2_000, graceMs: 15_000 };

/**
 * Waits until the application is Synced and Healthy, and logs each change of a resource once.
 *
 * @param options.since identifies the sync that ended before this one was asked for
 * @throws InputError where the source holds nothing to deploy, RolloutError on failure or timeout
 */
export async function waitForRollout(options: {
  client: ArgocdClient;
  name: string;
  since?: string;
  timeoutMs: number;
  patience: Patience;
  logger: LoggerService;
  signal?: AbortSignal;
}): Promise<Application> {
  const { client, name, since, timeoutMs, patience, logger, signal } = options;
  const deadline = Date.now() + timeoutMs;
  const report = createReporter(logger);
  const lasting = createStopwatch(patience.graceMs);
  for await (const application of client.watch(name, {
    intervalMs: patience.pollMs,
    signal,
  })) {
    const tree = await client.resourceTree(name, { signal });
    const resources = listResources(application, tree);
    report(resources);
    const url = client.pageUrl(application);
    const { sync, health } = application.status ?? {};
    const busy = isBusy(application);
    const isOld =
      !busy && since !== undefined && operationId(application) === since;

    if (!busy && sync?.status === 'Synced') {
      if (resources.length === 0) {
        throw new InputError(
          `The source of application '${name}' holds no manifests, so nothing was deployed. Check repoUrl, path and revision. ${url}`,
        );
      }
      if (health?.status === 'Healthy') return application;
    }
    const source = findSourceProblem(application);
    if (lasting('source', Boolean(source))) {
      throw new InputError(
        `Argo CD cannot read the source of application '${name}': ${source}. ${url}`,
      );
    }
    const failedSync = busy ? undefined : findSyncProblem(application);
    if (failedSync && (!isOld || lasting('sync', true))) {
      throw new RolloutError(
        `Argo CD could not sync application '${name}': ${failedSync}. ${url}`,
      );
    }
    if (lasting('health', !busy && health?.status === 'Degraded')) {
      const reasons = listUnhealthy(resources);
      throw new RolloutError(
        `Application '${name}' is Degraded: ${
          reasons.join('; ') || health?.message || 'Argo CD gives no reason'
        }. ${url}`,
      );
    }
    if (Date.now() > deadline) {
      throw new RolloutError(
        `Application '${name}' was not Synced and Healthy after ${
          timeoutMs / 60_000
        } minutes; last seen ${sync?.status ?? 'Unknown'} and ${
          health?.status ?? 'Unknown'
        }. ${listUnready(resources).join('; ')} ${url}`,
      );
    }
  }
  throw new RolloutError(`The watch of application '${name}' ended early.`);
}

/** Whether an operation waits or runs. */
export function isBusy({ operation, status }: Application): boolean {
  const phase = status?.operationState?.phase;
  return (
    operation !== undefined || phase === 'Running' || phase === 'Terminating'
  );
}

/** Tells one finished operation from the next; `undefined` where none has finished. */
export function operationId({ status }: Application): string | undefined {
  const { startedAt, finishedAt } = status?.operationState ?? {};
  return finishedAt && `${startedAt}/${finishedAt}`;
}

function createReporter(logger: LoggerService) {
  const seen = new Map<string, string>();
  let lastProgress = '';
  return (resources: ResourceState[]) => {
    for (const { title, text } of resources) {
      if (seen.get(title) !== text) {
        seen.set(title, text);
        logger.info(`${title}: ${text}`);
      }
    }
    const managed = resources.filter(resource => resource.managed);
    const waiting = managed.find(resource => !resource.ready);
    if (managed.length === 0) return;
    const progress = flowLog.progress({
      done: managed.filter(resource => resource.ready).length,
      total: managed.length,
      message: waiting
        ? `${waiting.title}: ${waiting.text}`
        : 'all are healthy',
    });
    if (progress !== lastProgress) logger.info(progress);
    lastProgress = progress;
  };
}

/** Tells whether something has been so, without a break, for longer than `graceMs`. */
function createStopwatch(graceMs: number) {
  const since = new Map<string, number>();
  return (what: string, isSo: boolean): boolean => {
    if (!isSo) {
      since.delete(what);
      return false;
    }
    const start = since.get(what) ?? Date.now();
    since.set(what, start);
    return Date.now() - start >= graceMs;
  };
}
