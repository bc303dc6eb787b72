import type { StoredFolder } from '../model/types';
import { slugify } from '../model/uids';

/** Where a folder's page is. */
export function folderUrl({ uid, title }: StoredFolder): string {
  return `/dashboards/f/${uid}/${slugify(title)}`;
}

/** A folder as its API gives it. */
export function presentFolder(folder: StoredFolder, hasAcl: boolean) {
  const { id, uid, title, version } = folder;
  const { created, createdBy, updated, updatedBy } = folder;
  return {
    id,
    uid,
    orgId: 1,
    title,
    url: folderUrl(folder),
    hasAcl,
    canSave: true,
    canEdit: true,
    canAdmin: true,
    canDelete: true,
    createdBy,
    created,
    updatedBy,
    updated,
    version,
  };
}
