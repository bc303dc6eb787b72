import Router from 'express-promise-router';
import { isAutomated, isUnderWay } from '../applications/autoSync';
import { ArgocdError } from '../ArgocdError';
import { RenderError } from '../render/RenderError';
import { sourcesOf, type Application, type Operation } from '../types';
import type { ApplicationsContext } from './ApplicationsContext';

interface SyncRequest {
  revision?: string;
  prune?: boolean;
  dryRun?: boolean;
  resources?: Operation['sync']['resources'];
  syncOptions?: { items?: string[] };
}

/** Sync, rollback and their end. */
export function operationRoutes(context: ApplicationsContext) {
  const { state, controller, renderer } = context;
  const router = Router();

  const idle = (name: string): Application => {
    const application = state.application(name);
    if (application.metadata.deletionTimestamp)
      throw new ArgocdError('FailedPrecondition', 'application is deleting');
    if (isUnderWay(application)) {
      throw new ArgocdError(
        'FailedPrecondition',
        'another operation is already in progress',
      );
    }
    return application;
  };

  router.post('/applications/:name/sync', async (request, response) => {
    const { name } = request.params;
    const { revision, prune, dryRun, resources, syncOptions } = (request.body ??
      {}) as SyncRequest;
    const application = idle(name);
    const [source] = sourcesOf(application.spec);
    const target = source?.targetRevision || 'HEAD';
    if (
      revision &&
      isAutomated(application) &&
      !dryRun &&
      revision !== target
    ) {
      throw new ArgocdError(
        'FailedPrecondition',
        `Cannot sync to ${revision}: auto-sync currently set to ${target}`,
      );
    }
    const commit =
      revision &&
      (await renderer.resolve(source, revision).catch(error => {
        if (!(error instanceof RenderError)) throw error;
        throw new ArgocdError('FailedPrecondition', error.message);
      }));
    idle(name);
    response.json(
      controller.syncs.start(name, {
        initiatedBy: { username: 'admin' },
        sync: {
          revision: commit,
          prune,
          dryRun,
          resources,
          syncOptions: syncOptions?.items,
        },
      }),
    );
  });

  router.post('/applications/:name/rollback', (request, response) => {
    const { name } = request.params;
    const { id, prune, dryRun } = request.body as {
      id: number | string;
      prune?: boolean;
      dryRun?: boolean;
    };
    const application = idle(name);
    if (isAutomated(application)) {
      throw new ArgocdError(
        'FailedPrecondition',
        'rollback cannot be initiated when auto-sync is enabled',
      );
    }
    const entry = application.status.history?.find(
      one => one.id === Number(id),
    );
    if (!entry) {
      throw new ArgocdError(
        'InvalidArgument',
        `application ${name} does not have deployment with id ${id}`,
      );
    }
    const { revision, revisions, source, sources } = entry;
    response.json(
      controller.syncs.start(name, {
        initiatedBy: { username: 'admin' },
        sync: { revision, revisions, source, sources, prune, dryRun },
      }),
    );
  });

  router.delete('/applications/:name/operation', (request, response) => {
    const application = state.application(request.params.name);
    if (!isUnderWay(application)) {
      throw new ArgocdError(
        'InvalidArgument',
        'Unable to terminate operation. No operation is in progress',
      );
    }
    controller.syncs.log.terminating(application);
    response.json({});
  });
  return router;
}
