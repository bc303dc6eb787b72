import type { Request, Response } from 'express';
import Router from 'express-promise-router';
import { newId } from '../ids';
import { ApiError, bodyData, page, relatedId } from '../jsonApi';
import { presentWorkspace } from '../present/presentWorkspace';
import { FINAL } from '../runActions';
import type { Workspace } from '../types';
import { workspaceSettings } from '../workspaceSettings';
import { readTags } from './tagRoutes';
import {
  checkOrganization,
  workspaceOf,
  type TerraformContext,
} from './TerraformContext';

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/workspaces */
export function workspaceRoutes(context: TerraformContext) {
  const { state, kit } = context;
  const show = (response: Response, workspace: Workspace, status = 200) =>
    response.status(status).json({ data: presentWorkspace(state, workspace) });

  function readName(value: unknown, current?: string): string {
    const name = String(value ?? '');
    if (!name) throw ApiError.invalid('name', "Name can't be blank");
    if (!/^[A-Za-z0-9_-]{1,90}$/.test(name)) {
      throw ApiError.invalid(
        'name',
        'Name can only include letters, numbers, -, and _.',
      );
    }
    if (name !== current && state.workspaceNamed(name))
      throw ApiError.invalid('name', 'Name has already been taken');
    return name;
  }

  const update = (request: Request, response: Response) => {
    const workspace = workspaceOf(context, request);
    const { attributes } = bodyData(request);
    const name =
      'name' in attributes
        ? readName(attributes.name, workspace.name)
        : workspace.name;
    show(
      response,
      state.workspaces.put(workspace.id, {
        ...workspace,
        ...workspaceSettings(attributes, workspace),
        name,
        updatedAt: kit.clock.timestamp(),
      }),
    );
  };

  const remove = (request: Request, response: Response, safe: boolean) => {
    const workspace = workspaceOf(context, request);
    const managed =
      state
        .currentState(workspace.id)
        ?.resources.filter(resource => resource.mode === 'managed').length ?? 0;
    const busy = state
      .runsOf(workspace.id)
      .some(run => !FINAL.includes(run.status) && run.status !== 'pending');
    if (safe && managed > 0) {
      throw new ApiError(
        409,
        'conflict',
        'Workspace cannot be safely deleted because it is managing resources. Destroy all resources, or force delete.',
      );
    }
    if (safe && (workspace.locked || busy))
      throw new ApiError(
        409,
        'conflict',
        'Workspace cannot be safely deleted because it is locked.',
      );
    state.deleteWorkspace(workspace.id);
    response.status(204).end();
  };

  const router = Router();
  router.get('/organizations/:organization/workspaces', (request, response) => {
    checkOrganization(context, request);
    const search = (request.query.search ?? {}) as {
      name?: string;
      tags?: string;
      'wildcard-name'?: string;
    };
    const wanted = search.tags?.split(',').map(tag => tag.trim());
    const wildcard =
      search['wildcard-name'] &&
      new RegExp(
        `^${search['wildcard-name']
          .replace(/[^\w*-]/g, '')
          .replaceAll('*', '.*')}$`,
      );
    const found = state.workspaces
      .filter(
        w =>
          (!search.name || w.name.includes(search.name)) &&
          (!wanted || wanted.every(tag => w.tagNames.includes(tag))) &&
          (!wildcard || wildcard.test(w.name)),
      )
      .sort((a, b) => a.name.localeCompare(b.name));
    response.json(
      page(
        request,
        found.map(w => presentWorkspace(state, w)),
      ),
    );
  });
  router.post(
    '/organizations/:organization/workspaces',
    (request, response) => {
      checkOrganization(context, request);
      const { attributes, relationships } = bodyData(request);
      const now = kit.clock.timestamp();
      const projectId = relatedId(relationships, 'project') ?? state.projectId;
      if (projectId !== state.projectId) throw ApiError.notFound();
      const tags = (relationships.tags?.data ?? []) as {
        attributes?: { name?: string };
      }[];
      const workspace: Workspace = {
        id: newId('ws'),
        projectId,
        locked: false,
        ...workspaceSettings(attributes),
        name: readName(attributes.name),
        tagNames: readTags(tags),
        createdAt: now,
        updatedAt: now,
      };
      show(response, state.workspaces.put(workspace.id, workspace), 201);
    },
  );

  for (const path of [
    '/workspaces/:id',
    '/organizations/:organization/workspaces/:name',
  ]) {
    router.get(path, (request, response) => {
      show(response, workspaceOf(context, request));
    });
    router.patch(path, update);
    router.delete(path, (request, response) =>
      remove(request, response, false),
    );
    router.post(`${path}/actions/safe-delete`, (request, response) =>
      remove(request, response, true),
    );
  }

  return router;
}
