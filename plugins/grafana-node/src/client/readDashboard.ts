import type { JsonObject } from '@backstage/types';
import { OtherApiError } from './GrafanaHttp';
import type { Dashboard } from './types';

type Get = <T>(path: string, query?: URLSearchParams) => Promise<T>;

/** Where Grafana says to ask instead, for a dashboard that was saved with the v2 schema. */
const OTHER_PATH =
  /\/apis\/dashboard\.grafana\.app\/v2\w*\/namespaces\/[\w.-]+\/dashboards\/[\w-]+/;

/** Of `GET /api/dashboards/uid/:uid`. */
interface ClassicDashboard {
  dashboard: JsonObject & { version?: number };
  meta: {
    url: string;
    folderUid?: string;
    folderTitle?: string;
    updated?: string;
    provisioned?: boolean;
    version?: number;
  };
}

/** Of `GET /apis/dashboard.grafana.app/v2beta1/namespaces/:namespace/dashboards/:uid`. */
interface DashboardResource {
  apiVersion: string;
  metadata: {
    name: string;
    generation?: number;
    creationTimestamp?: string;
    annotations?: Record<string, string>;
  };
  spec: JsonObject;
}

/**
 * Reads a dashboard as it was saved. Grafana refuses one of the v2 schema at the classic address with 406, and names
 * the one to ask: https://grafana.com/docs/grafana/latest/developer-resources/api-reference/http-api/dashboard/
 *
 * @throws NotFoundError
 */
export async function readDashboard(uid: string, get: Get): Promise<Dashboard> {
  const part = encodeURIComponent(uid);
  try {
    return fromClassic(uid, await get(`/api/dashboards/uid/${part}`));
  } catch (error) {
    if (!(error instanceof OtherApiError)) throw error;
    const path =
      error.reason.match(OTHER_PATH)?.[0] ??
      `/apis/dashboard.grafana.app/v2beta1/namespaces/default/dashboards/${part}`;
    return fromResource(uid, await get(path));
  }
}

function fromClassic(
  uid: string,
  { dashboard, meta }: ClassicDashboard,
): Dashboard {
  return {
    schema: 'classic',
    spec: dashboard,
    meta: {
      uid,
      url: meta.url,
      folderUid: meta.folderUid || undefined,
      folderTitle: meta.folderUid ? meta.folderTitle : undefined,
      version: dashboard.version ?? meta.version ?? 0,
      updated: meta.updated,
      provisioned: meta.provisioned ?? false,
    },
  };
}

function fromResource(
  uid: string,
  { apiVersion, metadata, spec }: DashboardResource,
): Dashboard {
  const { annotations = {}, generation = 0, creationTimestamp } = metadata;
  return {
    schema: 'v2',
    spec,
    meta: {
      uid,
      url: `/d/${encodeURIComponent(uid)}`,
      folderUid: annotations['grafana.app/folder'],
      version: generation,
      updated: annotations['grafana.app/updatedTimestamp'] ?? creationTimestamp,
      provisioned: 'grafana.app/managedBy' in annotations,
      apiVersion,
    },
  };
}
