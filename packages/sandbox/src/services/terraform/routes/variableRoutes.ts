import Router from 'express-promise-router';
import { newId } from '../ids';
import { ApiError, bodyData } from '../jsonApi';
import { presentVariable } from '../present/presentWorkspace';
import type { Variable } from '../types';
import { workspaceOf, type TerraformContext } from './TerraformContext';

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/workspace-variables */
export function variableRoutes(context: TerraformContext) {
  const { state } = context;
  const router = Router();

  function find(workspaceId: string, id: string): Variable {
    const variable = state.variables.get(id);
    if (variable?.workspaceId !== workspaceId) throw ApiError.notFound();
    return variable;
  }

  function check(variable: Variable): Variable {
    if (!variable.key) throw ApiError.invalid('key', "Key can't be blank");
    if (!['terraform', 'env'].includes(variable.category))
      throw ApiError.invalid(
        'category',
        'Category is not included in the list',
      );
    const twin = state.variables.find(
      v =>
        v.workspaceId === variable.workspaceId &&
        v.key === variable.key &&
        v.category === variable.category,
    );
    if (twin && twin.id !== variable.id)
      throw ApiError.invalid('key', 'Key has already been taken');
    return variable;
  }

  router.get('/workspaces/:id/vars', (request, response) => {
    const { id } = workspaceOf(context, request);
    response.json({
      data: state.variables
        .filter(v => v.workspaceId === id)
        .map(presentVariable),
    });
  });
  router.post('/workspaces/:id/vars', (request, response) => {
    const { id: workspaceId } = workspaceOf(context, request);
    const { attributes } = bodyData(request);
    const variable = check({
      id: newId('var'),
      workspaceId,
      key: String(attributes.key ?? ''),
      value: String(attributes.value ?? ''),
      sensitive: attributes.sensitive === true,
      category: attributes.category as Variable['category'],
      hcl: attributes.hcl === true,
      description: attributes.description as string | undefined,
    });
    response.status(201).json({
      data: presentVariable(state.variables.put(variable.id, variable)),
    });
  });
  router.patch('/workspaces/:id/vars/:variableId', (request, response) => {
    const workspace = workspaceOf(context, request);
    const variable = find(workspace.id, request.params.variableId);
    const { attributes } = bodyData(request);
    if (variable.sensitive && attributes.sensitive === false) {
      throw ApiError.invalid(
        'sensitive',
        'Sensitive variables cannot be made not sensitive; delete the variable and create it again',
      );
    }
    const changed = check({
      ...variable,
      key: String(attributes.key ?? variable.key),
      value:
        'value' in attributes ? String(attributes.value ?? '') : variable.value,
      sensitive:
        (attributes.sensitive as boolean | undefined) ?? variable.sensitive,
      hcl: (attributes.hcl as boolean | undefined) ?? variable.hcl,
      description:
        (attributes.description as string | undefined) ?? variable.description,
    });
    response.json({
      data: presentVariable(state.variables.put(variable.id, changed)),
    });
  });
  router.delete('/workspaces/:id/vars/:variableId', (request, response) => {
    const workspace = workspaceOf(context, request);
    state.variables.delete(find(workspace.id, request.params.variableId).id);
    response.status(204).end();
  });
  return router;
}
