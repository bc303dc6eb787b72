import { createHash } from 'node:crypto';
import type { JsonObject } from '../datasources';
import type { StoredDashboard } from '../model/types';

export const GROUP = 'dashboard.grafana.app';

/** The versions of the API that there are, and which dashboards are stored in them. */
export const VERSIONS: Record<string, StoredDashboard['schema']> = {
  v1beta1: 'classic',
  v2beta1: 'v2',
};

/** A dashboard as `/apis/dashboard.grafana.app` gives it: https://grafana.com/docs/grafana/latest/developers/http_api/dashboard/ */
export function presentResource(dashboard: StoredDashboard, version: string) {
  const { schema, json, title, updated, updatedBy, message } = dashboard;
  return {
    kind: 'Dashboard',
    apiVersion: `${GROUP}/${version}`,
    metadata: {
      name: dashboard.uid,
      namespace: 'default',
      uid: uuidOf(dashboard),
      resourceVersion: resourceVersionOf(dashboard),
      generation: dashboard.version,
      creationTimestamp: dashboard.created,
      labels: { 'grafana.app/deprecatedInternalID': String(dashboard.id) },
      annotations: {
        'grafana.app/createdBy': dashboard.createdBy,
        ...(dashboard.folderUid && {
          'grafana.app/folder': dashboard.folderUid,
        }),
        ...(message && { 'grafana.app/message': message }),
        'grafana.app/updatedBy': updatedBy,
        'grafana.app/updatedTimestamp': updated,
      },
    },
    ...(VERSIONS[version] === schema
      ? { spec: json, status: {} }
      : notConverted(title, schema)),
  };
}

/** What Grafana 12 gives where it can't turn one schema into the other: whoever asked is to ask for the stored version. */
function notConverted(
  title: string,
  schema: StoredDashboard['schema'],
): { spec: JsonObject; status: JsonObject } {
  const [storedVersion] =
    Object.entries(VERSIONS).find(([, of]) => of === schema) ?? [];
  return {
    spec: { title },
    status: {
      conversion: {
        failed: true,
        storedVersion,
        error: 'backend conversion not yet implemented',
      },
    },
  };
}

/** Opaque; another one after each change. */
export function resourceVersionOf({ updated, version }: StoredDashboard) {
  return String(Date.parse(updated) * 1000 + version);
}

export function uuidOf({ uid, id }: StoredDashboard): string {
  const hex = createHash('sha256').update(`${id}/${uid}`).digest('hex');
  return hex.replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/,
    '$1-$2-4$3-8$4-$5',
  );
}
