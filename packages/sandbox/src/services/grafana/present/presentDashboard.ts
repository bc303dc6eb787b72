import type { StoredDashboard, StoredFolder } from '../model/types';
import { slugify } from '../model/uids';
import { folderUrl } from './presentFolder';

/** Where a dashboard's page is. */
export function dashboardUrl({ uid, title }: StoredDashboard): string {
  return `/d/${uid}/${slugify(title)}`;
}

/** A classic dashboard as `/api/dashboards/uid` gives it. */
export function presentDashboard(
  dashboard: StoredDashboard,
  folder: StoredFolder | undefined,
  hasAcl: boolean,
) {
  const { id, uid, title, version, json } = dashboard;
  const { created, createdBy, updated, updatedBy } = dashboard;
  const may = { canAdd: true, canEdit: true, canDelete: true };
  return {
    meta: {
      type: 'db',
      canSave: true,
      canEdit: true,
      canAdmin: true,
      canStar: true,
      canDelete: true,
      slug: slugify(title),
      url: dashboardUrl(dashboard),
      expires: '0001-01-01T00:00:00Z',
      created,
      updated,
      updatedBy,
      createdBy,
      version,
      hasAcl,
      isFolder: false,
      apiVersion: 'v1beta1',
      folderId: folder?.id ?? 0,
      folderUid: folder?.uid ?? '',
      folderTitle: folder?.title ?? 'Dashboards',
      folderUrl: folder ? folderUrl(folder) : '',
      provisioned: false,
      provisionedExternalId: '',
      annotationsPermissions: { dashboard: may, organization: may },
    },
    dashboard: { ...json, id, uid, title, version },
  };
}
