import type { StoredDashboard, StoredFolder } from '../model/types';
import { slugify } from '../model/uids';
import { dashboardUrl } from './presentDashboard';
import { folderUrl } from './presentFolder';

/** A dashboard as the search gives it. */
export function dashboardHit(
  dashboard: StoredDashboard,
  folder: StoredFolder | undefined,
) {
  const { id, uid, title, tags } = dashboard;
  return {
    id,
    orgId: 1,
    uid,
    title,
    uri: `db/${slugify(title)}`,
    url: dashboardUrl(dashboard),
    slug: '',
    type: 'dash-db',
    tags,
    isStarred: false,
    ...(folder && {
      folderId: folder.id,
      folderUid: folder.uid,
      folderTitle: folder.title,
      folderUrl: folderUrl(folder),
    }),
    sortMeta: 0,
    isDeleted: false,
  };
}

/** A folder as the search gives it. */
export function folderHit(folder: StoredFolder) {
  const { id, uid, title } = folder;
  return {
    id,
    orgId: 1,
    uid,
    title,
    uri: `db/${slugify(title)}`,
    url: folderUrl(folder),
    slug: '',
    type: 'dash-folder',
    tags: [],
    isStarred: false,
    sortMeta: 0,
    isDeleted: false,
  };
}
