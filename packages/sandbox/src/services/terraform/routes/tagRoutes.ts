import Router from 'express-promise-router';
import { newId } from '../ids';
import { ApiError, bodyData, page } from '../jsonApi';
import { workspaceOf, type TerraformContext } from './TerraformContext';

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/workspaces#get-tags */
export function tagRoutes(context: TerraformContext) {
  const { state } = context;
  const router = Router();

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

/** @throws ApiError 422 */
export function readTags(tags: { attributes?: { name?: string } }[]): string[] {
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
