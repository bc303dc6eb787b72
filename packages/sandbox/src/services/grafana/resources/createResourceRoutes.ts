import type { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import { StatusError } from '../../kubernetes/StatusError';
import type { GrafanaContext } from '../GrafanaContext';
import type { StoredDashboard } from '../model/types';
import { createUid, slugify } from '../model/uids';
import { dashboardUrl } from '../present/presentDashboard';
import { callerOf } from '../routes/dashboardRoutes';
import { positive, text } from '../routes/parameters';
import {
  GROUP,
  presentResource,
  resourceVersionOf,
  uuidOf,
  VERSIONS,
} from './presentResource';
import { badRequest, readResource } from './readResource';

const MOST = 1000;
const PATH: string = `/apis/${GROUP}/:version(${Object.keys(VERSIONS).join(
  '|',
)})/namespaces/default/dashboards`;
const ONE: string = `${PATH}/:name`;
const DTO: string = `${ONE}/dto`;

/**
 * Dashboards in the way of Kubernetes, the only way to those of the v2 schema.
 * https://grafana.com/docs/grafana/latest/developers/http_api/apis/
 */
export function createResourceRoutes(context: GrafanaContext) {
  const { dashboards, permissions } = context;
  const router = PromiseRouter();

  router.get('/apis', (_request, response) => {
    const versions = Object.keys(VERSIONS).map(version => ({
      groupVersion: `${GROUP}/${version}`,
      version,
    }));
    const group = { name: GROUP, versions, preferredVersion: versions[0] };
    response.json({
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: [group],
    });
  });

  router.get(PATH, (request, response) => {
    const { version } = request.params;
    const all = dashboards.list();
    const from = readToken(request);
    const to = from + positive(request, 'limit', MOST);
    response.json({
      kind: 'DashboardList',
      apiVersion: `${GROUP}/${version}`,
      metadata: {
        resourceVersion: String(
          Math.max(0, ...all.map(one => Number(resourceVersionOf(one)))),
        ),
        ...(to < all.length && {
          continue: Buffer.from(JSON.stringify({ o: to })).toString('base64'),
          remainingItemCount: all.length - to,
        }),
      },
      items: all.slice(from, to).map(one => presentResource(one, version)),
    });
  });

  router.post(PATH, (request, response) => {
    const { version } = request.params;
    const { name, generateName, spec, ...rest } = readResource(
      context,
      request,
    );
    if (!name && generateName === undefined) {
      throw badRequest('resource name may not be empty');
    }
    const uid = name ?? `${generateName}${createUid()}`;
    if (dashboards.find(uid)) {
      throw new StatusError(
        409,
        'AlreadyExists',
        `dashboards.${GROUP} "${uid}" already exists`,
        detailsOf(uid),
      );
    }
    const saved = dashboards.write({
      uid,
      schema: VERSIONS[version],
      json: spec,
      folderUid: rest.folderUid,
      message: rest.message,
      by: callerOf(response),
    });
    response.status(201).json(presentResource(saved, version));
  });

  const find = (request: Request): StoredDashboard => {
    const { name } = request.params;
    const dashboard = dashboards.find(name);
    if (dashboard) return dashboard;
    throw new StatusError(
      404,
      'NotFound',
      `dashboards.${GROUP} "${name}" not found`,
      detailsOf(name),
    );
  };

  router.get(ONE, (request, response) => {
    response.json(presentResource(find(request), request.params.version));
  });

  router.get(DTO, (request, response) => {
    const dashboard = find(request);
    const { version } = request.params;
    const access = {
      slug: slugify(dashboard.title),
      url: dashboardUrl(dashboard),
      canSave: true,
      canEdit: true,
      canAdmin: true,
      canStar: true,
      canDelete: true,
    };
    const { kind: _kind, ...resource } = presentResource(dashboard, version);
    response.json({ kind: 'DashboardWithAccessInfo', ...resource, access });
  });

  router.put(ONE, (request, response) => {
    const known = find(request);
    const { version } = request.params;
    const { spec, folderUid, message, resourceVersion } = readResource(
      context,
      request,
    );
    if (resourceVersion && resourceVersion !== resourceVersionOf(known)) {
      throw new StatusError(
        409,
        'Conflict',
        `Operation cannot be fulfilled on dashboards.${GROUP} "${known.uid}": the object has been modified; please apply your changes to the latest version and try again`,
        detailsOf(known.uid),
      );
    }
    const saved = dashboards.write({
      uid: known.uid,
      schema: VERSIONS[version],
      json: spec,
      folderUid,
      message,
      by: callerOf(response),
    });
    response.json(presentResource(saved, version));
  });

  router.delete(ONE, (request, response) => {
    const dashboard = find(request);
    dashboards.delete(dashboard.uid);
    permissions.forget('dashboard', dashboard.uid);
    response.json({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: { ...detailsOf(dashboard.uid), uid: uuidOf(dashboard) },
    });
  });

  return router;
}

function detailsOf(name: string) {
  return { name, group: GROUP, kind: 'dashboards' };
}

/** Where the page begins; 0 without a token. @throws StatusError 400 */
function readToken(request: Request): number {
  const token = text(request, 'continue');
  if (token === undefined) return 0;
  const [, offset] =
    /^\{"o":(\d+)\}$/.exec(Buffer.from(token, 'base64').toString()) ?? [];
  if (offset === undefined) throw badRequest('invalid continue token');
  return Number(offset);
}
