import type { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import type { GrafanaContext } from '../GrafanaContext';
import { GrafanaError } from '../GrafanaError';
import { dashboardHit, folderHit } from '../present/presentHit';
import { pageOf, positive, text, texts } from './parameters';

const MOST = 5000;

/** https://grafana.com/docs/grafana/latest/developers/http_api/folder_dashboard_search/ */
export function createSearchRoutes(context: GrafanaContext) {
  const router = PromiseRouter();

  router.get('/api/search', (request, response) => {
    const limit = positive(request, 'limit', 1000);
    if (limit > MOST) {
      throw new GrafanaError(
        422,
        `Limit is above maximum allowed (${MOST}), use page parameter to access hits beyond limit`,
      );
    }
    const hits = [...foldersOf(context, request), ...hitsOf(context, request)];
    if (text(request, 'sort') === 'alpha-desc') hits.reverse();
    response.json(pageOf(hits, positive(request, 'page', 1), limit));
  });

  router.get('/api/dashboards/tags', (_request, response) => {
    const counts = new Map<string, number>();
    for (const tag of context.dashboards.list().flatMap(one => one.tags)) {
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    response.json(
      [...counts]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([term, count]) => ({ term, count })),
    );
  });

  return router;
}

/** Folders, where nothing is asked that only dashboards have. */
function foldersOf({ folders }: GrafanaContext, request: Request) {
  const type = text(request, 'type');
  const onlyDashboards =
    (type !== undefined && type !== 'dash-folder') ||
    texts(request, 'tag').length > 0 ||
    texts(request, 'dashboardUIDs').length > 0 ||
    texts(request, 'folderUIDs').some(uid => uid !== 'general');
  if (onlyDashboards) return [];
  return folders
    .list()
    .filter(({ title }) => isNamed(title, request))
    .sort((a, b) => a.title.localeCompare(b.title))
    .map(folderHit);
}

function hitsOf({ folders, dashboards }: GrafanaContext, request: Request) {
  const type = text(request, 'type');
  if (type !== undefined && type !== 'dash-db') return [];
  const tags = texts(request, 'tag');
  const uids = texts(request, 'dashboardUIDs').flatMap(one => one.split(','));
  const folderUids = texts(request, 'folderUIDs').flatMap(one =>
    one.split(','),
  );
  return dashboards
    .list()
    .filter(
      one =>
        isNamed(one.title, request) &&
        tags.every(tag => one.tags.includes(tag)) &&
        (uids.length === 0 || uids.includes(one.uid)) &&
        (folderUids.length === 0 ||
          folderUids.includes(one.folderUid ?? 'general')),
    )
    .sort((a, b) => a.title.localeCompare(b.title))
    .map(one => dashboardHit(one, folders.find(one.folderUid)));
}

function isNamed(title: string, request: Request): boolean {
  const query = text(request, 'query')?.toLowerCase() ?? '';
  return title.toLowerCase().includes(query);
}
