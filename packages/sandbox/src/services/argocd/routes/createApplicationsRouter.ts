import { isDeepStrictEqual } from 'node:util';
import Router from 'express-promise-router';
import type { Response } from 'express';
import { parseLabelSelector } from '../../kubernetes/objects/selectors';
import {
  jsonPatch,
  type JsonPatchOperation,
} from '../../kubernetes/patch/jsonPatch';
import { mergePatch } from '../../kubernetes/patch/mergePatch';
import type { KubernetesCluster } from '../../kubernetes';
import type { ApplicationController } from '../applications/ApplicationController';
import type { ArgocdState } from '../applications/ArgocdState';
import { trackedObjects } from '../applications/resourceStatuses';
import { validateSpec } from '../applications/validateSpec';
import { ArgocdError } from '../ArgocdError';
import type { Renderer } from '../render/Renderer';
import { emptyStatus } from '../seedApplications';
import { sourcesOf, type Application, type Operation } from '../types';
import { resourceTree } from './resourceTree';

/** Author, date (ISO 8601) and message of a commit. */
export type CommitReader = (
  repository: string,
  revision: string,
) => Promise<{ author: string; date: string; message: string } | undefined>;

export interface ApplicationsRouterOptions {
  state: ArgocdState;
  controller: ApplicationController;
  renderer: Renderer;
  cluster: KubernetesCluster;
  readCommit: CommitReader;
}

/** `/api/v1/applications`. https://cd.apps.argoproj.io/swagger-ui */
export function createApplicationsRouter(options: ApplicationsRouterOptions) {
  const { state, controller, renderer, cluster, readCommit } = options;
  const router = Router();

  const select = (query: Record<string, unknown>) => {
    const labels = parseLabelSelector(String(query.selector ?? ''));
    const projects = [query.projects ?? query.project ?? []].flat();
    return (one: Application) =>
      labels(one.metadata.labels) &&
      (!projects.length || projects.includes(one.spec.project)) &&
      (!query.name || one.metadata.name === query.name) &&
      (!query.repo || sourcesOf(one.spec).some(s => s.repoURL === query.repo));
  };
  const save = (application: Application) => {
    const saved = state.save(application);
    controller.schedule(saved.metadata.name);
    return saved;
  };

  router.get('/stream/applications', (request, response: Response) => {
    const passes = select(request.query);
    response.status(200).type('text/event-stream');
    const send = (type: string, application: Application) => {
      if (passes(application)) {
        response.write(
          `data: ${JSON.stringify({ result: { type, application } })}\n\n`,
        );
      }
    };
    state.applications.list().forEach(one => send('ADDED', one));
    response.flushHeaders();
    response.once('close', state.onChange(send));
  });

  router.get('/applications', (request, response) => {
    const items = state.applications.filter(select(request.query));
    response.json({
      metadata: { resourceVersion: String(items.length) },
      items: items.length ? items : null,
    });
  });

  router.post('/applications', async (request, response) => {
    const { upsert, validate } = request.query;
    const body = request.body as Application;
    const name = body.metadata?.name;
    if (!name)
      throw new ArgocdError(
        'InvalidArgument',
        'metadata.name: Required value: name or generateName is required',
      );
    if (!/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name)) {
      throw new ArgocdError(
        'InvalidArgument',
        `Application.argoproj.io "${name}" is invalid: metadata.name: Invalid value: "${name}": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character`,
      );
    }
    const spec = { ...body.spec, project: body.spec?.project || 'default' };
    const application: Application = {
      metadata: body.metadata,
      spec,
      status: emptyStatus(),
    };
    await validateSpec(application, state, renderer, {
      renders: validate !== 'false',
    });
    const known = state.applications.get(name);
    if (!known) {
      response.json(save(application));
      return;
    }
    const { labels, annotations, finalizers } = body.metadata;
    const same =
      isDeepStrictEqual(known.spec, spec) &&
      isDeepStrictEqual(known.metadata.labels ?? {}, labels ?? {}) &&
      isDeepStrictEqual(known.metadata.annotations ?? {}, annotations ?? {});
    if (same) {
      response.json(known);
      return;
    }
    if (upsert !== 'true') {
      throw new ArgocdError(
        'InvalidArgument',
        'existing application spec is different, use upsert flag to force update',
      );
    }
    response.json(
      save({
        ...known,
        spec,
        metadata: {
          ...known.metadata,
          labels,
          annotations,
          finalizers: finalizers ?? known.metadata.finalizers,
        },
      }),
    );
  });

  router.get('/applications/:name', async (request, response) => {
    const { name } = request.params;
    state.application(name);
    if (request.query.refresh) await controller.refresh(name);
    response.json(state.application(name));
  });

  const update = async (name: string, next: Application, validate: unknown) => {
    const known = state.application(name);
    const application = {
      ...next,
      metadata: { ...next.metadata, name },
      status: known.status,
    };
    await validateSpec(application, state, renderer, {
      renders: validate !== 'false',
    });
    return save(application);
  };
  router.put('/applications/:name', async (request, response) => {
    response.json(
      await update(request.params.name, request.body, request.query.validate),
    );
  });
  router.put('/applications/:name/spec', async (request, response) => {
    const { name } = request.params;
    const next = { ...state.application(name), spec: request.body };
    response.json((await update(name, next, request.query.validate)).spec);
  });
  router.patch('/applications/:name', async (request, response) => {
    const { name } = request.params;
    const { patch, patchType = 'json' } = request.body as {
      patch: string;
      patchType?: string;
    };
    const content: unknown = JSON.parse(patch);
    const known = state.application(name);
    const next =
      patchType === 'merge'
        ? mergePatch(known, content)
        : jsonPatch(known, content as JsonPatchOperation[]);
    response.json(await update(name, next, 'false'));
  });

  router.delete('/applications/:name', (request, response) => {
    controller.delete(request.params.name, request.query.cascade !== 'false');
    response.json({});
  });

  const operate = (name: string, operation: Operation) => {
    const { status, metadata } = state.application(name);
    if (metadata.deletionTimestamp)
      throw new ArgocdError('FailedPrecondition', 'application is deleting');
    if (status.operationState?.phase === 'Running') {
      throw new ArgocdError(
        'FailedPrecondition',
        'another operation is already in progress',
      );
    }
    return controller.operate(name, operation);
  };
  router.post('/applications/:name/sync', (request, response) => {
    const { revision, prune, dryRun, resources, syncOptions } = (request.body ??
      {}) as Record<string, never>;
    const items = (syncOptions as { items?: string[] } | undefined)?.items;
    response.json(
      operate(request.params.name, {
        initiatedBy: { username: 'admin' },
        sync: { revision, prune, dryRun, resources, syncOptions: items },
      }),
    );
  });
  router.post('/applications/:name/rollback', (request, response) => {
    const { name } = request.params;
    const { id, prune } = request.body as {
      id: number | string;
      prune?: boolean;
    };
    const { history = [] } = state.application(name).status;
    const entry = history.find(one => one.id === Number(id));
    if (!entry)
      throw new ArgocdError(
        'InvalidArgument',
        `application ${name} does not have deployment with id ${id}`,
      );
    if (state.application(name).spec.syncPolicy?.automated) {
      throw new ArgocdError(
        'FailedPrecondition',
        'rollback cannot be initiated when auto-sync is enabled',
      );
    }
    const { revision, revisions, source, sources } = entry;
    response.json(
      operate(name, {
        initiatedBy: { username: 'admin' },
        sync: { revision, revisions, source, sources, prune },
      }),
    );
  });
  router.delete('/applications/:name/operation', (request, response) => {
    const application = state.application(request.params.name);
    const { operationState } = application.status;
    if (operationState?.phase !== 'Running') {
      throw new ArgocdError(
        'InvalidArgument',
        'Unable to terminate operation. No operation is in progress',
      );
    }
    state.save({
      ...application,
      status: {
        ...application.status,
        operationState: {
          ...operationState,
          phase: 'Failed',
          message: 'Operation terminated',
          finishedAt: cluster.time.timestamp(),
        },
      },
    });
    response.json({});
  });

  router.get('/applications/:name/resource-tree', (request, response) => {
    state.application(request.params.name);
    response.json(resourceTree(cluster, request.params.name));
  });
  router.get('/applications/:name/manifests', (request, response) => {
    const { name } = request.params;
    state.application(name);
    const rendered = controller.manifests(name);
    response.json({
      manifests: (rendered?.manifests ?? []).map(one => JSON.stringify(one)),
      revision: rendered?.revisions[0],
      sourceType: rendered?.sourceTypes[0],
    });
  });
  router.get('/applications/:name/managed-resources', (request, response) => {
    const { name } = request.params;
    state.application(name);
    const items = (controller.manifests(name)?.manifests ?? []).map(target => {
      const live = cluster.live(target);
      return {
        kind: target.kind,
        namespace: target.metadata.namespace,
        name: target.metadata.name,
        targetState: JSON.stringify(target),
        liveState: live ? JSON.stringify(live) : 'null',
      };
    });
    response.json({ items });
  });
  router.get('/applications/:name/events', (request, response) => {
    const { name } = request.params;
    state.application(name);
    const uids = trackedObjects(cluster, name).map(one => one.metadata.uid);
    const items = cluster.objects
      .list('events')
      .filter(one =>
        uids.includes(
          (one as unknown as { involvedObject: { uid: string } }).involvedObject
            .uid,
        ),
      );
    response.json({ metadata: {}, items });
  });
  router.get(
    '/applications/:name/revisions/:revision/metadata',
    async (request, response) => {
      const { name, revision } = request.params;
      const [source] = sourcesOf(state.application(name).spec);
      const repository = renderer.repositoryOf(source);
      const commit = repository && (await readCommit(repository, revision));
      if (!commit)
        throw new ArgocdError(
          'InvalidArgument',
          `revision ${revision} must be resolved`,
        );
      response.json(commit);
    },
  );
  return router;
}
