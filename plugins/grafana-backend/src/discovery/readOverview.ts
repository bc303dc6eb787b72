import type { Entity } from '@backstage/catalog-model';
import {
  OVERVIEW_DASHBOARD,
  OVERVIEW_PANELS,
} from '@portico/plugin-grafana-common';
import type { GrafanaInstance } from '@portico/plugin-grafana-node';

/** What the annotations say of an entity's overview. */
export interface OverviewWish {
  /** Undefined where the annotation names none. */
  dashboard?: {
    uid: string;
    /** Undefined where an address names none, or a uid is all there is. */
    instance?: string;
    /** Of an address that is of no instance. */
    foreign?: string;
  };
  /** At most four. */
  panelIds: number[];
}

const MOST_PANELS = 4;

/** Reads `grafana/overview-dashboard` (an address as people or Portico reach it, or a uid) and `grafana/overview-panels`. */
export function readOverview(
  entity: Entity,
  instances: readonly GrafanaInstance[],
): OverviewWish {
  const { annotations = {} } = entity.metadata;
  const text = annotations[OVERVIEW_DASHBOARD]?.trim();
  const panelIds = idsIn(annotations[OVERVIEW_PANELS]);
  if (!text) return { panelIds };
  const [, uid = text] = text.match(/\/d(?:-solo)?\/([^/?#]+)/) ?? [];
  const [, viewed] = text.match(/[?&]viewPanel=(?:panel-)?(\d+)/) ?? [];
  return {
    dashboard: { uid: decodeURIComponent(uid), ...instanceOf(text, instances) },
    panelIds: panelIds.length || !viewed ? panelIds : [Number(viewed)],
  };
}

function instanceOf(text: string, instances: readonly GrafanaInstance[]) {
  if (!/^https?:\/\//.test(text)) return {};
  const found = instances.find(({ url, externalUrl }) =>
    [url, externalUrl].some(base => text.startsWith(`${base}/`)),
  );
  if (found) return { instance: found.name };
  return { foreign: URL.canParse(text) ? new URL(text).origin : text };
}

function idsIn(text = ''): number[] {
  const ids = (text.match(/\d+/g) ?? []).map(Number);
  return [...new Set(ids)].slice(0, MOST_PANELS);
}
