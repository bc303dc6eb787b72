import Router from 'express-promise-router';
import {
  jsonPatch,
  type JsonPatchOperation,
} from '../../kubernetes/patch/jsonPatch';
import { mergePatch } from '../../kubernetes/patch/mergePatch';
import { validateSpec } from '../applications/validateSpec';
import { ArgocdError } from '../ArgocdError';
import type { Application } from '../types';
import type { ApplicationsContext } from './ApplicationsContext';

/** One application: read, changed, deleted. */
export function changeRoutes(context: ApplicationsContext) {
  const { state, controller, renderer } = context;
  const router = Router();

  router.get('/applications/:name', async (request, response) => {
    const { name } = request.params;
    state.application(name, request.query.project);
    if (request.query.refresh) await controller.refresh(name);
    response.json(state.application(name));
  });

  const update = async (name: string, next: Application, validate: unknown) => {
    const wanted = { ...next, metadata: { ...next.metadata, name } };
    await validateSpec(wanted, state, renderer, {
      renders: validate !== 'false',
    });
    const { metadata, status } = state.application(name);
    const { deletionTimestamp } = metadata;
    const saved = state.save({
      ...wanted,
      metadata: { ...wanted.metadata, deletionTimestamp },
      status,
    });
    controller.schedule(name);
    // Whoever takes the finalizer of a deleted application away lets it go.
    if (saved.metadata.deletionTimestamp) controller.deletion.proceed(name);
    return saved;
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
    const known = state.application(name);
    if (!['json', 'merge'].includes(patchType)) {
      throw new ArgocdError(
        'InvalidArgument',
        `Patch type '${patchType}' is not supported`,
      );
    }
    const content: unknown = JSON.parse(patch);
    const next =
      patchType === 'merge'
        ? mergePatch(known, content)
        : jsonPatch(known, content as JsonPatchOperation[]);
    response.json(await update(name, next, 'true'));
  });

  router.delete('/applications/:name', (request, response) => {
    const { name } = request.params;
    state.application(name, request.query.project);
    controller.deletion.begin(name, request.query);
    response.json({});
  });

  return router;
}
