import type { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import type { GrafanaContext } from '../GrafanaContext';
import { GrafanaError } from '../GrafanaError';
import type { FolderChange } from '../model/Folders';
import { textOf } from '../model/spec';
import { presentFolder } from '../present/presentFolder';
import { callerOf } from './dashboardRoutes';
import { pageOf, positive, text } from './parameters';
import { readBody } from './readBody';

/** https://grafana.com/docs/grafana/latest/developers/http_api/folder/ */
export function createFolderRoutes(context: GrafanaContext) {
  const { folders, dashboards, permissions, alertRules } = context;
  const router = PromiseRouter();
  const present = (uid: string) =>
    presentFolder(folders.get(uid), permissions.isSet('folder', uid));

  router.get('/api/folders', (request, response) => {
    const all = text(request, 'parentUid')
      ? []
      : folders.list().sort((a, b) => a.title.localeCompare(b.title));
    const page = positive(request, 'page', 1);
    const limit = positive(request, 'limit', 1000);
    response.json(
      pageOf(all, page, limit).map(({ id, uid, title }) => ({
        id,
        uid,
        title,
      })),
    );
  });

  router.post('/api/folders', (request, response) => {
    const body = readBody(request);
    if (textOf(body.parentUid)) folders.get(String(body.parentUid));
    const { uid } = folders.create(readChange(request), callerOf(response));
    response.json(present(uid));
  });

  router.get('/api/folders/:uid', (request, response) => {
    response.json(present(request.params.uid));
  });

  router.put('/api/folders/:uid', (request, response) => {
    const { uid } = request.params;
    folders.update(uid, readChange(request), callerOf(response));
    response.json(present(uid));
  });

  router.delete('/api/folders/:uid', (request, response) => {
    const { id, uid, title } = folders.get(request.params.uid);
    const rules = alertRules.in(uid);
    if (rules.length > 0 && text(request, 'forceDeleteRules') !== 'true') {
      throw GrafanaError.named(
        400,
        'folder.not-empty',
        'Folder cannot be deleted: folder is not empty',
      );
    }
    for (const rule of rules) alertRules.delete(rule.uid);
    for (const dashboard of dashboards.in(uid)) {
      dashboards.delete(dashboard.uid);
      permissions.forget('dashboard', dashboard.uid);
    }
    folders.delete(uid);
    permissions.forget('folder', uid);
    response.json({ id, message: `Folder ${title} deleted`, title });
  });

  return router;
}

function readChange(request: Request): FolderChange {
  const { uid, title, version, overwrite } = readBody(request);
  return {
    uid: textOf(uid),
    title: textOf(title),
    version: typeof version === 'number' ? version : undefined,
    overwrite: overwrite === true,
  };
}
