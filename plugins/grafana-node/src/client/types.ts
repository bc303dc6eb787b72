/*
 * What Portico reads and writes of Grafana's HTTP API. All fields:
 * https://grafana.com/docs/grafana/latest/developer-resources/api-reference/http-api/
 */
import type { JsonObject } from '@backstage/types';

/** One hit of `GET /api/search`. */
export interface SearchHit {
  uid: string;
  title: string;
  /** Path of its page, e.g. `/d/orders-red/orders-red`. */
  url: string;
  type: 'dash-db' | 'dash-folder';
  tags: string[];
  folderUid?: string;
  folderTitle?: string;
  folderUrl?: string;
}

/** A dashboard as Grafana keeps it. */
export interface Dashboard {
  /** `classic` is `panels` in a grid; `v2` is `elements` and a `layout` (`dashboard.grafana.app/v2…`). */
  schema: 'classic' | 'v2';
  spec: JsonObject;
  meta: {
    uid: string;
    /** Path of its page. */
    url: string;
    folderUid?: string;
    /** Not known of one with the v2 schema. */
    folderTitle?: string;
    version: number;
    /** ISO 8601. */
    updated?: string;
    /** Kept in files of Grafana's: it can't be saved. */
    provisioned: boolean;
    /** Of the v2 schema, e.g. `dashboard.grafana.app/v2beta1`. */
    apiVersion?: string;
  };
}

/** https://grafana.com/docs/grafana/latest/developer-resources/api-reference/http-api/api-legacy/library_element/ */
export interface LibraryPanel {
  uid: string;
  name: string;
  type: string;
  folderUid?: string;
  version: number;
  /** The panel's own JSON. */
  model: JsonObject;
}

export interface Folder {
  uid: string;
  title: string;
  /** Path of its page. */
  url?: string;
  parentUid?: string;
  version?: number;
}

export interface Datasource {
  id: number;
  uid: string;
  name: string;
  type: string;
  isDefault: boolean;
  url?: string;
  jsonData?: JsonObject;
}

/** What queries of one `POST /api/ds/query` gave, by refId: https://grafana.com/docs/grafana/latest/developer-resources/api-reference/http-api/api-legacy/data_source/#query-a-data-source */
export interface QueryResults {
  results: Record<
    string,
    {
      status?: number;
      error?: string;
      errorSource?: string;
      /** Of `@grafana/data`'s `DataFrameJSON`. */
      frames?: JsonObject[];
    }
  >;
}

/** Of `GET /api/frontend/settings`. */
export interface FrontendSettings {
  /** Whether panels can be had as pictures. */
  rendererAvailable?: boolean;
  buildInfo?: { version?: string };
  /** Permitted to the token to query, by name. */
  datasources?: Record<
    string,
    {
      uid: string;
      type: string;
      name?: string;
      isDefault?: boolean;
      jsonData?: JsonObject;
    }
  >;
  defaultDatasource?: string;
}

/** Whose token it is: `GET /api/user`. */
export interface GrafanaUser {
  id?: number;
  login: string;
  name?: string;
  orgId?: number;
}

/** Permission on a folder: 1 view, 2 edit, 4 administer. */
export interface FolderPermission {
  role?: 'Viewer' | 'Editor' | 'Admin';
  teamId?: number;
  userId?: number;
  team?: string;
  permission: 1 | 2 | 4;
  /** From a folder above, or from Grafana's own defaults; it is not written back. */
  inherited?: boolean;
}

export interface Team {
  id: number;
  uid?: string;
  name: string;
}
