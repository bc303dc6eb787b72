import Router from 'express-promise-router';
import { ApiError, page, type ResourceObject } from '../jsonApi';
import { checkOrganization, type TerraformContext } from './TerraformContext';

/** Account, organisation and its one project. */
export function organizationRoutes(context: TerraformContext) {
  const { state } = context;
  const organization: ResourceObject = {
    id: state.organization,
    type: 'organizations',
    attributes: {
      name: state.organization,
      email: `platform@${state.organization}.example`,
      'external-id': 'org-Portico1Sandbox1',
      'cost-estimation-enabled': true,
      'default-execution-mode': 'remote',
      'collaborator-auth-policy': 'password',
      permissions: {
        'can-create-workspace': true,
        'can-update': true,
        'can-destroy': false,
      },
    },
    links: { self: `/api/v2/organizations/${state.organization}` },
  };
  const project: ResourceObject = {
    id: state.projectId,
    type: 'projects',
    attributes: {
      name: 'Default Project',
      description: null,
      'workspace-count': 0,
    },
    relationships: {
      organization: { data: { id: state.organization, type: 'organizations' } },
    },
    links: { self: `/api/v2/projects/${state.projectId}` },
  };

  const router = Router();
  router.get('/account/details', (_, response) => {
    response.json({
      data: {
        id: 'user-portico',
        type: 'users',
        attributes: {
          username: 'portico',
          email: `platform@${state.organization}.example`,
          'is-service-account': true,
          'two-factor': { enabled: false, verified: false },
        },
        links: { self: '/api/v2/users/user-portico' },
      },
    });
  });
  router.get('/organizations', (request, response) => {
    response.json(page(request, [organization]));
  });
  router.get('/organizations/:organization', (request, response) => {
    checkOrganization(context, request);
    response.json({ data: organization });
  });
  router.get(
    '/organizations/:organization/entitlement-set',
    (request, response) => {
      checkOrganization(context, request);
      response.json({
        data: {
          id: 'org-Portico1Sandbox1',
          type: 'entitlement-sets',
          attributes: {
            'cost-estimation': true,
            operations: true,
            'state-storage': true,
            teams: true,
          },
        },
      });
    },
  );
  router.get('/organizations/:organization/projects', (request, response) => {
    checkOrganization(context, request);
    const name = (request.query.filter as { names?: string } | undefined)
      ?.names;
    const found = !name || name.split(',').includes('Default Project');
    response.json(page(request, found ? [project] : []));
  });
  router.get('/projects/:id', (request, response) => {
    if (request.params.id !== state.projectId) throw ApiError.notFound();
    response.json({ data: project });
  });
  return router;
}
