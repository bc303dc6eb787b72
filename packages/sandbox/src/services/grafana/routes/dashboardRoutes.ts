import type { Response } from 'express';
import PromiseRouter from 'express-promise-router';
import type { JsonObject } from '../datasources';
import type { GrafanaContext } from '../GrafanaContext';
import { GrafanaError } from '../GrafanaError';
import { isObject, textOf } from '../model/spec';
import type { StoredDashboard } from '../model/types';
import { slugify } from '../model/uids';
import { dashboardUrl, presentDashboard } from '../present/presentDashboard';
import { readBody } from './readBody';

/** https://grafana.com/docs/grafana/latest/developers/http_api/dashboard/ */
export function createDashboardRoutes(context: GrafanaContext) {
  const { dashboards, folders, permissions } = context;
  const router = PromiseRouter();

  router.get('/api/dashboards/uid/:uid', (request, response) => {
    const dashboard = dashboards.get(request.params.uid);
    if (dashboard.schema === 'v2') {
      throw new GrafanaError(
        406,
        `dashboard api version not supported, use /apis/dashboard.grafana.app/v2beta1/namespaces/default/dashboards/${dashboard.uid} instead`,
      );
    }
    response.json(
      presentDashboard(
        dashboard,
        folders.find(dashboard.folderUid),
        permissions.isSet('dashboard', dashboard.uid),
      ),
    );
  });

  router.post('/api/dashboards/db', (request, response) => {
    const body = readBody(request);
    const { dashboard: json } = body;
    if (!isObject(json)) throw GrafanaError.badRequest();
    if (body.isFolder) {
      throw new GrafanaError(400, 'Use folders endpoint for saving folders.');
    }
    const known = knownOf(context, json);
    if (known && !body.overwrite) refuseStale(known, json);
    const saved = dashboards.write({
      uid: known?.uid ?? textOf(json.uid),
      schema: 'classic',
      json,
      folderUid: readFolder(context, body),
      message: textOf(body.message),
      by: callerOf(response),
    });
    response.json({
      folderUid: saved.folderUid ?? '',
      id: saved.id,
      slug: slugify(saved.title),
      status: 'success',
      uid: saved.uid,
      url: dashboardUrl(saved),
      version: saved.version,
    });
  });

  router.delete('/api/dashboards/uid/:uid', (request, response) => {
    const { uid, title } = dashboards.get(request.params.uid);
    dashboards.delete(uid);
    permissions.forget('dashboard', uid);
    response.json({ message: `Dashboard ${title} deleted`, title, uid });
  });

  return router;
}

/** Whom a change is said to be of. */
export function callerOf({ locals }: Response): string {
  return locals.caller ?? 'Anonymous';
}

/** The dashboard that a write is about, by id or by uid. */
function knownOf(
  { dashboards }: GrafanaContext,
  { id, uid }: JsonObject,
): StoredDashboard | undefined {
  if (typeof id !== 'number' || id === 0) {
    return dashboards.find(textOf(uid) ?? '');
  }
  const known = dashboards.findById(id);
  if (!known) {
    throw GrafanaError.ofKind(404, 'not-found', 'Dashboard not found');
  }
  return known;
}

function refuseStale(known: StoredDashboard, { id, version }: JsonObject) {
  if (version === known.version) return;
  if (!version && !id) {
    throw GrafanaError.ofKind(
      412,
      'name-exists',
      'A dashboard with the same uid already exists',
    );
  }
  throw GrafanaError.ofKind(
    412,
    'version-mismatch',
    'The dashboard has been changed by someone else',
  );
}

/** The folder that a write names; undefined for the root. */
function readFolder({ folders }: GrafanaContext, body: JsonObject) {
  const { folderUid, folderId } = body;
  const folder =
    folders.find(textOf(folderUid)) ??
    folders.list().find(({ id }) => id === folderId);
  const isNamed =
    (textOf(folderUid) && folderUid !== 'general') ||
    (typeof folderId === 'number' && folderId > 0);
  if (!folder && isNamed) throw new GrafanaError(400, 'folder not found');
  return folder?.uid;
}
