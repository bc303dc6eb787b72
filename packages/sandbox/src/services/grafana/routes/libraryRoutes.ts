import PromiseRouter from 'express-promise-router';
import type { GrafanaContext } from '../GrafanaContext';
import type { StoredLibraryPanel } from '../model/types';
import { pageOf, positive, text, texts } from './parameters';

/** https://grafana.com/docs/grafana/latest/developers/http_api/library_element/ */
export function createLibraryRoutes(context: GrafanaContext) {
  const { libraryPanels, folders } = context;
  const router = PromiseRouter();

  const present = (panel: StoredLibraryPanel) => {
    const { id, uid, name, type, description, model, version } = panel;
    const folder = folders.find(panel.folderUid);
    const by = (login: string) => ({ id: 1, name: login, avatarUrl: '' });
    return {
      id,
      orgId: 1,
      folderId: folder?.id ?? 0,
      folderUid: folder?.uid ?? '',
      uid,
      name,
      kind: 1,
      type,
      description,
      model,
      version,
      meta: {
        folderName: folder?.title ?? 'General',
        folderUid: folder?.uid ?? '',
        connectedDashboards: connectionsOf(context, uid),
        created: panel.created,
        updated: panel.updated,
        createdBy: by(panel.createdBy),
        updatedBy: by(panel.updatedBy),
      },
    };
  };

  router.get('/api/library-elements', (request, response) => {
    const search = text(request, 'searchString')?.toLowerCase() ?? '';
    const types = texts(request, 'typeFilter').flatMap(one => one.split(','));
    const page = positive(request, 'page', 1);
    const perPage = positive(request, 'perPage', 100);
    const found = libraryPanels
      .list()
      .filter(
        ({ name, description, type }) =>
          `${name} ${description}`.toLowerCase().includes(search) &&
          (types.length === 0 || types.includes(type)) &&
          text(request, 'kind') !== '2',
      )
      .sort((a, b) => a.name.localeCompare(b.name));
    response.json({
      result: {
        totalCount: found.length,
        elements: pageOf(found, page, perPage).map(present),
        page,
        perPage,
      },
    });
  });

  router.get('/api/library-elements/:uid', (request, response) => {
    const panel = libraryPanels.get(request.params.uid);
    response.json({ result: present(panel) });
  });

  return router;
}

function connectionsOf({ dashboards }: GrafanaContext, uid: string): number {
  return dashboards
    .list()
    .filter(({ json }) => JSON.stringify(json).includes(`"uid":"${uid}"`))
    .length;
}
