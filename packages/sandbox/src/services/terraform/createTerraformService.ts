import express, {
  type NextFunction,
  type Request,
  type Response,
} from 'express';
import Router from 'express-promise-router';
import type { Kit, SandboxService } from '../../kit';
import type { World } from '../../world';
import { createRun } from './createRun';
import { inventory } from './inventory';
import { ApiError } from './jsonApi';
import { pageRoutes } from './pages/pageRoutes';
import {
  configurationRoutes,
  uploadRoutes,
} from './routes/configurationRoutes';
import { organizationRoutes } from './routes/organizationRoutes';
import { logRoutes, planRoutes } from './routes/planRoutes';
import { runRoutes } from './routes/runRoutes';
import { stateRoutes } from './routes/stateRoutes';
import type { TerraformContext } from './routes/TerraformContext';
import { variableRoutes } from './routes/variableRoutes';
import { lockRoutes } from './routes/lockRoutes';
import { tagRoutes } from './routes/tagRoutes';
import { uploadStateRoutes } from './routes/uploadStateRoutes';
import { workspaceRoutes } from './routes/workspaceRoutes';
import { RunMachine } from './RunMachine';
import { seedWorkspaces } from './seedWorkspaces';
import { TerraformState } from './TerraformState';

const TOKEN = 'tfe-sandbox-token';

/** HCP Terraform: its API v2, with plans that are derived from the uploaded configuration. */
export function createTerraformService(options: {
  kit: Kit;
  world: World;
}): SandboxService {
  const { kit, world } = options;
  const state = new TerraformState(kit, world.organization);
  const machine = new RunMachine(kit, state);
  const context: TerraformContext = { kit, state, machine };

  const api = Router();
  api.use((_, response, next) => {
    response.type('application/vnd.api+json');
    response.set({
      'TFP-API-Version': '2.6',
      'TFP-AppName': 'HCP Terraform',
      'X-TFE-Version': '',
    });
    next();
  });
  api.get('/ping', (_, response) => {
    response.status(204).end();
  });
  api.use(authenticate);
  api.use(
    express.json({
      type: ['application/vnd.api+json', 'application/json'],
      limit: '5mb',
    }),
  );
  for (const routes of [
    organizationRoutes,
    workspaceRoutes,
    lockRoutes,
    tagRoutes,
    variableRoutes,
    configurationRoutes,
    runRoutes,
    planRoutes,
    stateRoutes,
    uploadStateRoutes,
  ]) {
    api.use(routes(context));
  }

  const router = Router();
  router.get('/.well-known/terraform.json', (_, response) => {
    response.json({
      'modules.v1': '/api/registry/v1/modules/',
      'state.v2': '/api/v2/',
      'tfe.v2': '/api/v2/',
      'tfe.v2.1': '/api/v2/',
      'tfe.v2.2': '/api/v2/',
    });
  });
  router.use(logRoutes(context));
  router.use(
    uploadRoutes(context, version => {
      createRun({
        kit,
        state,
        workspaceId: version.workspaceId,
        configurationVersionId: version.id,
      });
      machine.queue.advance(version.workspaceId);
    }),
  );
  router.use(pageRoutes(context));
  router.use('/api/v2', api);

  return {
    name: 'terraform',
    title: 'HCP Terraform',
    description:
      'Workspaces, variables, runs with plan, cost estimate and apply, states. The plan comes from the uploaded HCL; nothing is provisioned.',
    credential: `Bearer ${TOKEN}, organisation ${world.organization}`,
    page: `/app/${world.organization}/workspaces`,
    router,
    notFound(_request, response) {
      response.status(404).json(ApiError.notFound());
    },
    onError(error: Error & { status?: number }, _request, response) {
      if (error instanceof ApiError) response.status(error.status).json(error);
      else if (error.status)
        response
          .status(error.status)
          .json(new ApiError(error.status, 'bad request', error.message));
      else
        response
          .status(500)
          .json(new ApiError(500, 'internal server error', error.message));
    },
    fail(status, _request, response) {
      if (status === 429) response.set('x-ratelimit-reset', '1');
      response
        .status(status)
        .type('application/vnd.api+json')
        .json(ApiError.failure(status));
    },
    inventory: () => inventory(state),
    async seed() {
      await seedWorkspaces({ kit, state, world });
    },
    async start() {
      machine.resume();
    },
  };
}

function authenticate(
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (request.get('authorization') !== `Bearer ${TOKEN}`)
    throw new ApiError(401, 'unauthorized');
  response.locals.caller = 'portico';
  next();
}
