import Router from 'express-promise-router';
import { ApiError, page } from '../jsonApi';
import {
  presentOutput,
  presentStateVersion,
  stateFile,
} from '../present/presentState';
import {
  baseUrlOf,
  workspaceOf,
  type TerraformContext,
} from './TerraformContext';

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/state-versions */
export function stateRoutes(context: TerraformContext) {
  const { state } = context;
  const router = Router();
  const current = (workspaceId: string) => {
    const version = state.currentState(workspaceId);
    if (!version) throw ApiError.notFound();
    return version;
  };
  const version = (id: string) => {
    const found = state.stateVersions.get(id);
    if (!found) throw ApiError.notFound();
    return found;
  };

  router.get('/workspaces/:id/current-state-version', (request, response) => {
    const { id } = workspaceOf(context, request);
    response.json({
      data: presentStateVersion(current(id), baseUrlOf(request)),
    });
  });
  router.get(
    '/workspaces/:id/current-state-version-outputs',
    (request, response) => {
      const { id } = workspaceOf(context, request);
      response.json({
        data: current(id).outputs.map(output => presentOutput(output)),
      });
    },
  );
  router.get('/workspaces/:id/resources', (request, response) => {
    const { id } = workspaceOf(context, request);
    const resources = state.currentState(id)?.resources ?? [];
    response.json(
      page(
        request,
        resources.map(r => ({
          id: `wsr-${r.address}`,
          type: 'resources',
          attributes: {
            address: r.address,
            name: r.name,
            module: r.module ?? 'root',
            'provider-type': r.type,
          },
        })),
      ),
    );
  });
  router.get('/state-versions', (request, response) => {
    const filter = (request.query.filter ?? {}) as {
      workspace?: { name?: string };
      organization?: { name?: string };
    };
    const workspace =
      filter.organization?.name === state.organization &&
      state.workspaceNamed(filter.workspace?.name ?? '');
    if (!workspace) throw ApiError.notFound();
    const versions = state.stateVersions
      .filter(v => v.workspaceId === workspace.id)
      .reverse();
    response.json(
      page(
        request,
        versions.map(v => presentStateVersion(v, baseUrlOf(request))),
      ),
    );
  });
  router.get('/state-versions/:id', (request, response) => {
    response.json({
      data: presentStateVersion(version(request.params.id), baseUrlOf(request)),
    });
  });
  router.get('/state-versions/:id/outputs', (request, response) => {
    response.json(
      page(
        request,
        version(request.params.id).outputs.map(output => presentOutput(output)),
      ),
    );
  });
  router.get('/state-versions/:id/download', (request, response) => {
    response.json(stateFile(version(request.params.id)));
  });
  router.get('/state-version-outputs/:id', (request, response) => {
    const output = state.stateVersions
      .list()
      .reverse()
      .flatMap(v => v.outputs)
      .find(o => o.id === request.params.id);
    if (!output) throw ApiError.notFound();
    response.json({ data: presentOutput(output, true) });
  });
  return router;
}
