import Router from 'express-promise-router';
import { isDeepStrictEqual } from 'node:util';
import { validateSpec } from '../applications/validateSpec';
import { ArgocdError } from '../ArgocdError';
import { emptyStatus } from '../seedApplications';
import type { Application } from '../types';
import type { ApplicationsContext } from './ApplicationsContext';

/** `POST /applications`, which leaves an equal one alone and changes another only with `upsert`. */
export function createRoutes(context: ApplicationsContext) {
  const { state, controller, renderer } = context;
  const router = Router();
  const save = (application: Application) => {
    const saved = state.save(application);
    controller.schedule(saved.metadata.name);
    return saved;
  };

  router.post('/applications', async (request, response) => {
    const { upsert, validate } = request.query;
    const body = request.body as Application;
    const name = checkName(body.metadata?.name);
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

  return router;
}

function checkName(name: string | undefined): string {
  if (!name) {
    throw new ArgocdError(
      'InvalidArgument',
      'metadata.name: Required value: name or generateName is required',
    );
  }
  if (!/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name)) {
    throw new ArgocdError(
      'InvalidArgument',
      `Application.argoproj.io "${name}" is invalid: metadata.name: Invalid value: "${name}": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character`,
    );
  }
  return name;
}
