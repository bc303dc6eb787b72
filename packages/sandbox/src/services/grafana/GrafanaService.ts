import { json, type NextFunction, type Request, type Response } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Incidents } from '../../incidents';
import type { Kit, SandboxService } from '../../kit';
import type { World } from '../../world';
import { AlertmanagerError } from '../alertmanager/AlertmanagerError';
import { Silences } from '../alertmanager/Silences';
import { StatusError } from '../kubernetes/StatusError';
import type { SeriesSource } from '../prometheus';
import { Alerting } from './alerting/Alerting';
import { createAlertmanagerRoutes } from './alerting/alertmanagerRoutes';
import { AlertRules } from './alerting/AlertRules';
import { createProvisioningRoutes } from './alerting/provisioningRoutes';
import { createRuleRoutes } from './alerting/ruleRoutes';
import { authenticate, invalidKey, TOKEN } from './authentication';
import { createContent } from './content';
import { createDatasources } from './datasources';
import type { GrafanaContext } from './GrafanaContext';
import { GrafanaError } from './GrafanaError';
import { inventory } from './inventory';
import { Dashboards } from './model/Dashboards';
import { Folders } from './model/Folders';
import { LibraryPanels } from './model/LibraryPanels';
import { Permissions } from './model/Permissions';
import { Teams } from './model/Teams';
import { QueryRunner } from './query/QueryRunner';
import { createPageRoutes, sendNotFound } from './pages/createPageRoutes';
import { createRenderRoutes } from './render/renderRoutes';
import { createResourceRoutes } from './resources/createResourceRoutes';
import { createDashboardRoutes } from './routes/dashboardRoutes';
import { createDatasourceRoutes } from './routes/datasourceRoutes';
import { createFolderRoutes } from './routes/folderRoutes';
import { createGeneralRoutes } from './routes/generalRoutes';
import { createLibraryRoutes } from './routes/libraryRoutes';
import { createPermissionRoutes } from './routes/permissionRoutes';
import { createQueryRoutes } from './routes/queryRoutes';
import { createSearchRoutes } from './routes/searchRoutes';
import { createTeamRoutes } from './routes/teamRoutes';
import { BUILD } from './version';

/** Grafana 12: dashboards, their data, alert rules, and a page at each of its addresses. */
export class GrafanaService implements SandboxService {
  readonly name = 'grafana';
  readonly title = 'Grafana';
  readonly description =
    'Dashboards, queries through data sources, alert rules and silences (HTTP API). Simulated: pages say what Grafana would show, pictures are drawn here.';
  readonly credential = `Authorization: Bearer ${TOKEN}`;
  readonly page = '/';
  readonly router = PromiseRouter();
  readonly #context: GrafanaContext;

  constructor(options: {
    kit: Kit;
    world: World;
    /** The series that Prometheus serves. */
    source: SeriesSource;
    incidents: Incidents;
  }) {
    const { kit, world } = options;
    const datasources = createDatasources(options);
    const queries = new QueryRunner(datasources);
    const rules = new AlertRules(kit);
    const context = {
      kit,
      world,
      folders: new Folders(kit),
      dashboards: new Dashboards(kit),
      libraryPanels: new LibraryPanels(kit),
      permissions: new Permissions(kit),
      teams: new Teams(world),
      alertRules: rules,
      alerting: new Alerting({ kit, rules, queries }),
      silences: new Silences(kit, 'grafana'),
      datasources,
      queries,
    };
    this.#context = context;

    const { router } = this;
    router.get('/api/health', (_request, response) => {
      const { version, commit } = BUILD;
      response.json({ database: 'ok', version, commit });
    });
    router.use(createPageRoutes(context));
    router.use(['/api', '/apis', '/render'], authenticate);
    router.use(json({ limit: '10mb' }));
    router.use(createGeneralRoutes(context));
    router.use(createSearchRoutes(context));
    router.use(createDashboardRoutes(context));
    router.use(createResourceRoutes(context));
    router.use(createFolderRoutes(context));
    router.use(createPermissionRoutes(context));
    router.use(createTeamRoutes(context));
    router.use(createLibraryRoutes(context));
    router.use(createDatasourceRoutes(context));
    router.use(createQueryRoutes(context));
    router.use(createRenderRoutes(context));
    router.use(createRuleRoutes(context));
    router.use(createProvisioningRoutes(context));
    router.use(createAlertmanagerRoutes(context));
  }

  async seed() {
    const { kit, world, folders, dashboards, libraryPanels, alertRules } =
      this.#context;
    const content = createContent(world, kit.urls);
    kit.store.transaction(() => {
      folders.seed(content.folders);
      dashboards.seed(content.dashboards);
      libraryPanels.seed(content.libraryPanels);
      alertRules.seed(content.alertRules);
    });
  }

  inventory() {
    return inventory(this.#context);
  }

  notFound(request: Request, response: Response) {
    if (request.path.startsWith('/apis')) {
      response.status(404).type('text/plain').send('404 page not found\n');
      return;
    }
    if (/^\/(api|render)(\/|$)/.test(request.path)) {
      response.status(404).json({ message: 'Not found' });
    } else {
      sendNotFound(response);
    }
  }

  onError(
    error: Error & { status?: number },
    request: Request,
    response: Response,
    _next: NextFunction,
  ) {
    if (error instanceof StatusError) {
      response.status(error.code).json(error.toStatus());
      return;
    }
    const refusal = asRefusal(error);
    const isResource =
      request.path.startsWith('/apis') && refusal.status !== 401;
    response
      .status(refusal.status)
      .json(
        isResource
          ? new StatusError(
              refusal.status,
              refusal.status < 500 ? 'BadRequest' : 'InternalError',
              refusal.message,
            ).toStatus()
          : refusal,
      );
  }

  fail(status: number, request: Request, response: Response) {
    const error =
      status === 401
        ? invalidKey()
        : new GrafanaError(status, 'Fault injected by the sandbox', {
            traceID: '',
          });
    this.onError(error, request, response, () => undefined);
  }
}

function asRefusal(error: Error & { status?: number }): GrafanaError {
  if (error instanceof GrafanaError) return error;
  if (error instanceof AlertmanagerError) {
    return GrafanaError.badRequest(error.message);
  }
  const { status = 500 } = error;
  return status < 500
    ? GrafanaError.badRequest()
    : new GrafanaError(500, 'Internal Server Error');
}
