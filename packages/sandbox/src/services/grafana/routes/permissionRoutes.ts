import type { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import type { GrafanaContext } from '../GrafanaContext';
import { GrafanaError } from '../GrafanaError';
import { isObject } from '../model/spec';
import type { Permission } from '../model/types';
import { slugify } from '../model/uids';
import { dashboardUrl } from '../present/presentDashboard';
import { folderUrl } from '../present/presentFolder';
import { readBody } from './readBody';

const NAMES = { 1: 'View', 2: 'Edit', 4: 'Admin' };
const ROLES = ['Viewer', 'Editor', 'Admin'];

/**
 * https://grafana.com/docs/grafana/latest/developers/http_api/folder_permissions/ and
 * https://grafana.com/docs/grafana/latest/developers/http_api/dashboard_permissions/
 */
export function createPermissionRoutes(context: GrafanaContext) {
  const { folders, dashboards, permissions } = context;
  const router = PromiseRouter();

  router.get('/api/folders/:uid/permissions', (request, response) => {
    const folder = folders.get(request.params.uid);
    response.json(
      present(context, permissions.of('folder', folder.uid), {
        uid: folder.uid,
        title: folder.title,
        slug: slugify(folder.title),
        isFolder: true,
        url: folderUrl(folder),
      }),
    );
  });

  router.post('/api/folders/:uid/permissions', (request, response) => {
    const { id, uid, title } = folders.get(request.params.uid);
    permissions.set('folder', uid, readItems(context, request));
    response.json({ id, message: 'Folder permissions updated', title });
  });

  router.get('/api/dashboards/uid/:uid/permissions', (request, response) => {
    const dashboard = dashboards.get(request.params.uid);
    const { uid, title, folderUid } = dashboard;
    const inherited = folderUid ? permissions.of('folder', folderUid) : [];
    const isOwn = permissions.isSet('dashboard', uid) || !folderUid;
    const shown = {
      uid,
      title,
      slug: slugify(title),
      isFolder: false,
      url: dashboardUrl(dashboard),
    };
    response.json([
      ...present(context, inherited, { ...shown, inherited: true, folderUid }),
      ...present(context, isOwn ? permissions.of('dashboard', uid) : [], shown),
    ]);
  });

  router.post('/api/dashboards/uid/:uid/permissions', (request, response) => {
    const { id, uid, title } = dashboards.get(request.params.uid);
    permissions.set('dashboard', uid, readItems(context, request));
    response.json({ id, message: 'Dashboard permissions updated', title });
  });

  return router;
}

function present(
  { teams, world }: GrafanaContext,
  granted: Permission[],
  of: object,
) {
  return granted.map(({ userId = 0, teamId = 0, role, permission }) => {
    const person = world.people[userId - 1];
    const team = teams.find(teamId);
    return {
      created: '0001-01-01T00:00:00Z',
      updated: '0001-01-01T00:00:00Z',
      userId,
      userLogin: person?.login ?? '',
      userEmail: person?.email ?? '',
      userAvatarUrl: '',
      teamId,
      teamUid: team?.uid ?? '',
      teamEmail: team?.email ?? '',
      teamAvatarUrl: '',
      team: team?.name ?? '',
      ...(role && { role }),
      permission,
      permissionName: NAMES[permission],
      inherited: false,
      ...of,
    };
  });
}

/** @throws GrafanaError 400, as for a team that there isn't */
function readItems(
  { teams, world }: GrafanaContext,
  request: Request,
): Permission[] {
  const { items } = readBody(request);
  if (!Array.isArray(items)) throw GrafanaError.badRequest();
  return items.filter(isObject).map(item => {
    const { userId = 0, teamId = 0, role, permission } = item;
    if (permission !== 1 && permission !== 2 && permission !== 4) {
      throw new GrafanaError(400, 'Permission not valid');
    }
    if (role) {
      const known = ROLES.find(one => one === role) as Permission['role'];
      if (!known) throw GrafanaError.badRequest();
      return { role: known, permission };
    }
    if (teamId) {
      const team = teams.find(Number(teamId));
      if (!team) throw new GrafanaError(400, 'team not found');
      return { teamId: team.id, permission };
    }
    const person = world.people[Number(userId) - 1];
    if (!person) throw new GrafanaError(400, 'user not found');
    return { userId: Number(userId), permission };
  });
}
