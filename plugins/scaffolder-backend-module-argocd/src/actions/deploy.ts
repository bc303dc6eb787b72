import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type {
  Application,
  ArgocdClient,
  NewApplication,
} from '@portico/plugin-argocd-node';
import { flowLog } from '@portico/plugin-flows-common';
import {
  ensureApplication,
  type EnsuredApplication,
} from '../application/ensureApplication';
import type { Owner } from '../application/ownershipMark';
import { removeIfEmpty } from '../application/removeIfEmpty';
import {
  isBusy,
  operationId,
  waitForRollout,
  type Patience,
} from '../rollout/waitForRollout';
import type { CreateAppInput } from './createApp.input';

interface Deployment {
  ctx: Pick<
    ActionContext<CreateAppInput>,
    'checkpoint' | 'input' | 'logger' | 'signal'
  >;
  client: ArgocdClient;
  wanted: NewApplication;
  owner: Owner;
  patience: Patience;
}

/** Ensures the application, syncs it where that is needed, and waits if the input says so. */
export async function deploy(
  options: Deployment,
): Promise<{ application: Application; created: boolean }> {
  const { ctx, client, wanted } = options;
  const { logger, signal } = ctx;
  const { name } = wanted.metadata;
  const startedAt = Date.now();

  logger.info(flowLog.section('Application'));
  const ensured = await ensureOnce(options);
  const fresh = await client.get(name, { refresh: 'hard', signal });
  logger.info(
    flowLog.ledger({
      outcome: 'kept',
      kind: 'Argo CD project',
      name: wanted.spec.project,
      ifItFails: 'left alone',
    }),
  );
  logger.info(
    flowLog.ledger({
      outcome: outcomeOf(ensured),
      kind: 'Argo CD application',
      name,
      url: client.pageUrl(fresh),
      ifItFails: ensured.created ? 'stays' : 'left alone',
    }),
  );
  try {
    const application = await rollOut(options, fresh);
    if (ctx.input.wait !== false) {
      const { revision, revisions = [] } = application.status?.sync ?? {};
      const verdict = `Synced to ${
        revision ? shorten(revision) : revisions.map(shorten).join(', ')
      }, Healthy`;
      const seconds = Math.round((Date.now() - startedAt) / 1000);
      logger.info(`${verdict} after ${seconds} s`);
      const count = application.status?.resources?.length ?? 1;
      logger.info(
        flowLog.progress({ done: count, total: count, message: verdict }),
      );
    }
    return { application, created: ensured.created };
  } catch (error) {
    if ((error as Error).name === 'InputError' && ensured.created) {
      await removeIfEmpty({
        client,
        name,
        pollMs: options.patience.pollMs,
        logger,
      });
    }
    throw error;
  }
}

function outcomeOf({ created, changed }: EnsuredApplication) {
  if (created) return 'made';
  return changed ? 'changed' : 'kept';
}

/** The checkpoint may speak of an application that is gone since, e.g. removed after a bad source. */
async function ensureOnce(options: Deployment): Promise<EnsuredApplication> {
  const { ctx, client, wanted, owner } = options;
  const { logger, signal } = ctx;
  const ensure = () =>
    ensureApplication({ client, wanted, owner, logger, signal });
  const ensured = await ctx.checkpoint({
    key: `argocd.application.${client.instance.name}.${wanted.metadata.name}`,
    fn: async () => ({ ...(await ensure()) }),
  });
  const isThere = await client.find(wanted.metadata.name, { signal });
  return isThere ? ensured : ensure();
}

async function rollOut(
  options: Deployment,
  fresh: Application,
): Promise<Application> {
  const { ctx, client, wanted, patience } = options;
  const { logger, signal, input } = ctx;
  const { name } = wanted.metadata;
  const { sync } = fresh.status ?? {};
  const wait = () =>
    waitForRollout({
      client,
      name,
      since: isBusy(fresh) ? undefined : operationId(fresh),
      timeoutMs: (input.timeoutMinutes ?? 10) * 60_000,
      patience,
      logger,
      signal,
    });
  const hasBadSource = fresh.status?.conditions?.some(({ type }) =>
    ['ComparisonError', 'InvalidSpecError'].includes(type),
  );
  logger.info(flowLog.section('Sync'));
  if (sync?.status === 'Synced' && !isBusy(fresh)) {
    logger.info(`${name} is Synced to ${shorten(sync.revision)} already`);
  } else if (!hasBadSource) {
    const prune = input.syncPolicy?.automated?.prune ?? false;
    await client.sync(name, { prune }, { signal });
    logger.info(`Asked Argo CD to sync ${name}`);
  }
  return input.wait === false && !hasBadSource
    ? client.get(name, { signal })
    : wait();
}

/** Commits as people write them; versions as they are. */
function shorten(revision = ''): string {
  return /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 7) : revision;
}
