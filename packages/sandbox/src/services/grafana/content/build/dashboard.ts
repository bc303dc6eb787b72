import type { JsonObject } from '../../datasources';
import type { ContentDashboard } from '../Content';
import { layOut, type Section } from './layout';

/** What is particular about a dashboard. */
export interface DashboardSpec {
  uid: string;
  title: string;
  tags: string[];
  folderUid?: string;
  description?: string;
  sections: Section[];
  variables?: JsonObject[];
  time?: { from: string; to: string };
  /** Anything else at the top, e.g. `timezone`. */
  more?: JsonObject;
}

const annotations = {
  builtIn: 1,
  datasource: { type: 'grafana', uid: '-- Grafana --' },
  enable: true,
  hide: true,
  iconColor: 'rgba(0, 211, 255, 1)',
  name: 'Annotations & Alerts',
  type: 'dashboard',
};

/** A dashboard of the classic schema. */
export function dashboard(spec: DashboardSpec): ContentDashboard {
  const { uid, title, tags, folderUid, description, variables = [] } = spec;
  return {
    uid,
    title,
    tags,
    folderUid,
    schema: 'classic',
    json: {
      uid,
      title,
      tags,
      ...(description && { description }),
      editable: true,
      fiscalYearStartMonth: 0,
      graphTooltip: 1,
      links: [],
      annotations: { list: [annotations] },
      panels: layOut(spec.sections),
      preload: false,
      refresh: '30s',
      schemaVersion: 41,
      templating: { list: variables },
      time: spec.time ?? { from: 'now-6h', to: 'now' },
      timepicker: {},
      timezone: 'browser',
      version: 1,
      weekStart: '',
      ...spec.more,
    },
  };
}
