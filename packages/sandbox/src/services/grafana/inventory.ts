import type { Inventory } from '../../kit';
import type { GrafanaContext } from './GrafanaContext';

/** Folders, and what lies in them. */
export function inventory(context: GrafanaContext): Inventory {
  const { folders, dashboards, alertRules } = context;
  const within = (folderUid: string | undefined, title: string) =>
    `${folders.find(folderUid)?.title ?? 'Dashboards'}: ${title}`;
  return {
    folders: folders.list().map(({ title }) => title),
    dashboards: dashboards
      .list()
      .map(({ folderUid, title }) => within(folderUid, title)),
    alertRules: alertRules
      .list()
      .map(({ folderUID, title }) => within(folderUID, title)),
  };
}
