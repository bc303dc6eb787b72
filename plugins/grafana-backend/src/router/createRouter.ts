import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { DashboardList } from '@portico/plugin-grafana-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { createAlertRoutes } from '../alerts';
import type { createGrafana } from '../createGrafana';
import { describeDashboard } from '../view/describeDashboard';
import { findPanel, resolvePanel } from '../view/resolvePanel';
import type { OpenDashboard } from '../view/OpenDashboard';
import { numberIn, readQuery, refuse, type RequestQuery } from './readQuery';
import { untilGone } from './untilGone';

const ENTITY = '/:kind/:namespace/:name';
const DASHBOARD = `${ENTITY}/:instance/:uid`;
const PICTURE = { least: 50, most: 4000, otherwise: 800 };
const POINTS = { least: 10, most: 10_000, otherwise: 600 };

/** All routes of `/api/grafana`. */
export function createRouter(
  options: ReturnType<typeof createGrafana> & {
    auditor: AuditorService;
    auth: AuthService;
    catalog: CatalogService;
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
  },
): Router {
  const { catalog, entityDashboards, httpAuth, overviews, panels, views } =
    options;
  const router = PromiseRouter();

  /** @throws NotFoundError for what is not in the catalog, or not theirs to see */
  const readEntity = async (
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> => {
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    if (entity) return entity;
    throw new NotFoundError(
      `There are no dashboards of ${entityRef}: it is not in the catalog, or not for you to see.`,
    );
  };
  const entityOf = async (request: Request): Promise<Entity> => {
    const { kind, namespace, name } = request.params;
    return readEntity(
      stringifyEntityRef({ kind, namespace, name }),
      await httpAuth.credentials(request, { allow: ['user', 'service'] }),
    );
  };
  /** Entity, then dashboard, then range, then values: nothing of Grafana's is asked for what is refused. */
  const open = async (
    request: Request,
    query: RequestQuery,
    signal: AbortSignal,
  ): Promise<OpenDashboard> => {
    const entity = await entityOf(request);
    const { instance, uid } = request.params;
    const found = await entityDashboards.find(entity, instance, uid);
    return views.open({ entity, ...found, ...query, signal });
  };

  router.get(`/dashboards${ENTITY}`, async (request, response) => {
    readQuery(request);
    const entity = await entityOf(request);
    const signal = untilGone(response);
    const discovered = await entityDashboards.of(entity);
    const { items, selector, failures, asOf } = discovered;
    const list: DashboardList = {
      items,
      overview: await overviews.choose(discovered, signal),
      selector,
      failures,
      ...(entityDashboards.unconfigured ? { unconfigured: true } : {}),
      asOf: asOf.toISOString(),
    };
    response.json(list);
  });

  router.get(`/dashboards${DASHBOARD}`, async (request, response) => {
    const query = readQuery(request);
    const opened = await open(request, query, untilGone(response));
    response.json(describeDashboard(opened));
  });

  router.get(
    `/dashboards${DASHBOARD}/variables/:variable/values`,
    async (request, response) => {
      const query = readQuery(request, ['key', 'search']);
      const opened = await open(request, query, untilGone(response));
      const { variable } = request.params;
      response.json({
        items: await views.options(opened, variable, query.more),
      });
    },
  );

  router.get(`/panels${DASHBOARD}/:key`, async (request, response) => {
    const query = readQuery(request, ['points']);
    const points = numberIn(query.more.points, 'points', POINTS);
    const signal = untilGone(response);
    const opened = await open(request, query, signal);
    const panel = resolvePanel(opened, findPanel(opened, request.params.key));
    response.json(await panels.data(panel, { points, signal }));
  });

  router.get(`/panels${DASHBOARD}/:key/picture`, async (request, response) => {
    const query = readQuery(request, ['width', 'height', 'theme']);
    const { width, height, theme = 'light' } = query.more;
    if (theme !== 'light' && theme !== 'dark') {
      refuse(`theme is '${theme}'; there are light and dark.`);
    }
    const size = {
      width: numberIn(width, 'width', PICTURE),
      height: numberIn(height, 'height', PICTURE),
    };
    const signal = untilGone(response);
    const opened = await open(request, query, signal);
    const panel = resolvePanel(opened, findPanel(opened, request.params.key));
    const picture = await panels.picture(panel, { ...size, theme, signal });
    response
      .set({
        'Content-Type': 'image/png',
        'Cache-Control': 'private, no-cache',
      })
      .send(picture);
  });

  router.use(createAlertRoutes({ ...options, readEntity }));
  return router;
}
