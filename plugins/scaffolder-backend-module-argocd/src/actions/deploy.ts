import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type {
  Application,
  ArgocdClient,
  NewApplication,
} from '@portico/plugin-argocd-node';
import { flowLog } from '@portico/plugin-flows-common';
import type { FlowLedger } from '@portico/plugin-flows-node';
import {
  ensureApplication,
  type EnsuredApplication,
} from '../application/ensureApplication';
import type { Owner } from '../application/ownershipMark';
import { findNewNamespace } from '../namespace/findNewNamespace';
import type { Namespaces } from '../namespace/Namespaces';
import { applicationRemoval } from '../removal/applicationRemover';
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
    'checkpoint' | 'input' | 'isDryRun' | 'logger' | 'signal' | 'step' | 'task'
  >;
  client: ArgocdClient;
  wanted: NewApplication;
  owner: Owner;
  patience: Patience;
  ledger: FlowLedger;
  namespaces: Namespaces;
}

/** Ensures the application, syncs it where that is needed, and waits if the input says so. */
export async function deploy(
  options: Deployment,
): Promise<{ application: Application; created: boolean }> {
  const { ctx, client, wanted, ledger, namespaces } = options;
  const { logger, signal } = ctx;
  const { name } = wanted.metadata;
  const startedAt = Date.now();

  logger.info(flowLog.section('Application'));
  const namespace = await findNewNamespace(ctx, namespaces, wanted);
  await ledger.note(ctx, 'kept', {
    kind: 'Argo CD project',
    name: wanted.spec.project,
    ifItFails: 'left alone',
  });
  const ensured = await ensureNoted(options, namespace);
  const fresh = await client.get(name, { refresh: 'hard', signal });
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
}

/** Ensures the application, and notes it with the namespace that comes with it before either is there. */
async function ensureNoted(
  options: Deployment,
  namespace?: { cluster: string; name: string },
): Promise<EnsuredApplication> {
  const { ctx, client, wanted, ledger } = options;
  const thing = {
    kind: 'Argo CD application',
    name: wanted.metadata.name,
    url: client.pageUrl(wanted),
    ifItFails: 'deleted with what it deployed',
    command: `argocd app delete ${wanted.metadata.name} --cascade`,
    remover: applicationRemoval({
      instance: client.instance.name,
      project: wanted.spec.project,
      ...(namespace ? { namespace } : {}),
    }),
  };
  const ensured = await ledger.ensure(ctx, thing, () => ensureOnce(options));
  if (ensured.created && namespace) {
    await ledger.note(ctx, 'made', {
      kind: 'Namespace',
      name: namespace.name,
      ifItFails: 'removed if nothing else is in it',
      command: `kubectl delete namespace ${namespace.name}`,
      partOf: { kind: thing.kind, name: thing.name },
    });
  }
  if (!ensured.created && ensured.changed) {
    const { remover, command, ...rest } = thing;
    await ledger.note(ctx, 'changed', { ...rest, ifItFails: 'stays changed' });
  }
  return ensured;
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
  const { project } = wanted.spec;
  const isThere = await client.find(wanted.metadata.name, { project, signal });
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
