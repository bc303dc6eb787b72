import type { StoredDashboard, StoredFolder } from '../model/types';
import { slugify } from '../model/uids';
import { dashboardUrl } from './presentDashboard';
import { folderUrl } from './presentFolder';

/** A dashboard as the search gives it. */
export function dashboardHit(
  dashboard: StoredDashboard,
  folder: StoredFolder | undefined,
) {
  return {
    ...hitOf(dashboard),
    url: dashboardUrl(dashboard),
    type: 'dash-db',
    tags: dashboard.tags,
    ...(folder && {
      folderId: folder.id,
      folderUid: folder.uid,
      folderTitle: folder.title,
      folderUrl: folderUrl(folder),
    }),
  };
}

/** A folder as the search gives it. */
export function folderHit(folder: StoredFolder) {
  return {
    ...hitOf(folder),
    url: folderUrl(folder),
    type: 'dash-folder',
    tags: [],
  };
}

function hitOf({ id, uid, title }: StoredDashboard | StoredFolder) {
  return {
    id,
    orgId: 1,
    uid,
    title,
    uri: `db/${slugify(title)}`,
    slug: '',
    isStarred: false,
    isDeleted: false,
    sortMeta: 0,
  };
}
