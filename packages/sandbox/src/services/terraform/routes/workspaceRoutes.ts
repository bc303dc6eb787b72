import type { Request, Response } from 'express';
import Router from 'express-promise-router';
import { newId } from '../ids';
import { ApiError, bodyData, page, relatedId } from '../jsonApi';
import { presentWorkspace } from '../present/presentWorkspace';
import { FINAL } from '../runActions';
import type { Workspace } from '../types';
import {
  checkOrganization,
  workspaceOf,
  type TerraformContext,
} from './TerraformContext';

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/workspaces */
export function workspaceRoutes(context: TerraformContext) {
  const { state, kit, machine } = context;
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
        ...settings(attributes, workspace),
        name,
        updatedAt: kit.clock.timestamp(),
      }),
    );
  };

  const remove = (request: Request, response: Response, safe: boolean) => {
    const workspace = workspaceOf(context, request);
    const busy = state
      .runsOf(workspace.id)
      .some(run => !FINAL.includes(run.status) && run.status !== 'pending');
    if (safe && (state.currentState(workspace.id)?.resources.length ?? 0) > 0) {
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
        ...settings(attributes),
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

  router.post('/workspaces/:id/actions/lock', (request, response) => {
    const workspace = workspaceOf(context, request);
    if (workspace.locked)
      throw new ApiError(
        409,
        'conflict',
        'Unable to lock workspace. The workspace is already locked.',
      );
    show(
      response,
      state.workspaces.put(workspace.id, {
        ...workspace,
        locked: true,
        lockReason: String(request.body?.reason ?? ''),
        lockedBy: { type: 'users', id: 'user-portico' },
      }),
    );
  });
  for (const action of ['unlock', 'force-unlock']) {
    router.post(`/workspaces/:id/actions/${action}`, (request, response) => {
      const workspace = workspaceOf(context, request);
      if (!workspace.locked)
        throw new ApiError(
          409,
          'conflict',
          'Unable to unlock workspace. The workspace is already unlocked.',
        );
      if (action === 'unlock' && workspace.lockedBy?.type === 'runs') {
        throw new ApiError(
          409,
          'conflict',
          `Unable to unlock workspace. The workspace is locked by Run ${workspace.lockedBy.id}, and it must be canceled or discarded first.`,
        );
      }
      show(
        response,
        state.workspaces.put(workspace.id, {
          ...workspace,
          locked: false,
          lockReason: undefined,
          lockedBy: undefined,
        }),
      );
      machine.advance(workspace.id);
    });
  }

  router.get('/workspaces/:id/relationships/tags', (request, response) => {
    const { tagNames } = workspaceOf(context, request);
    response.json(
      page(
        request,
        tagNames.map(name => ({
          id: newId('tag', name),
          type: 'tags',
          attributes: { name },
        })),
      ),
    );
  });
  router.post('/workspaces/:id/relationships/tags', (request, response) => {
    const workspace = workspaceOf(context, request);
    const added = readTags(
      bodyData(request).list as { attributes?: { name?: string } }[],
    );
    state.workspaces.put(workspace.id, {
      ...workspace,
      tagNames: [...new Set([...workspace.tagNames, ...added])],
    });
    response.status(204).end();
  });
  router.delete('/workspaces/:id/relationships/tags', (request, response) => {
    const workspace = workspaceOf(context, request);
    const gone = readTags(
      bodyData(request).list as { attributes?: { name?: string } }[],
    );
    state.workspaces.put(workspace.id, {
      ...workspace,
      tagNames: workspace.tagNames.filter(tag => !gone.includes(tag)),
    });
    response.status(204).end();
  });
  return router;
}

function readTags(tags: { attributes?: { name?: string } }[]): string[] {
  const names = tags.map(tag =>
    String(tag.attributes?.name ?? '').toLowerCase(),
  );
  const wrong = names.find(
    name => !/^[a-z0-9](?:[a-z0-9:_-]*[a-z0-9])?$/.test(name),
  );
  if (wrong !== undefined)
    throw ApiError.invalid(
      'tags',
      `Tag name '${wrong}' can only include letters, numbers, colons, hyphens, and underscores`,
    );
  return names;
}

function settings(attributes: Record<string, unknown>, current?: Workspace) {
  const given = <T>(key: string, fallback: T) =>
    key in attributes ? ((attributes[key] ?? undefined) as T) : fallback;
  return {
    description: given('description', current?.description),
    autoApply: given('auto-apply', current?.autoApply ?? false),
    executionMode: given('execution-mode', current?.executionMode ?? 'remote'),
    terraformVersion:
      given('terraform-version', current?.terraformVersion ?? '1.11.4') ??
      '1.11.4',
    workingDirectory:
      given('working-directory', current?.workingDirectory ?? '') ?? '',
    structuredRunOutput: given(
      'structured-run-output-enabled',
      current?.structuredRunOutput ?? true,
    ),
    sourceName: given('source-name', current?.sourceName),
    sourceUrl: given('source-url', current?.sourceUrl),
  };
}
