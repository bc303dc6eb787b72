import type { JsonObject } from '../../datasources';
import type { DatasourceRef, Panel } from './panel';

/** A panel as an element of the schema `dashboard.grafana.app/v2beta1`. */
export function element(id: number, panel: Panel): JsonObject {
  const {
    title,
    type,
    targets,
    transformations = [],
    options,
    fieldConfig,
    libraryPanel,
    description = '',
  } = panel;
  if (libraryPanel) {
    return { kind: 'LibraryPanel', spec: { id, title, libraryPanel } };
  }
  const { maxDataPoints, interval, timeFrom, timeShift } = panel;
  return {
    kind: 'Panel',
    spec: {
      id,
      title,
      description,
      links: [],
      data: {
        kind: 'QueryGroup',
        spec: {
          queries: (targets as JsonObject[]).map(query),
          transformations: (transformations as JsonObject[]).map(one => ({
            kind: one.id,
            spec: one,
          })),
          queryOptions: { maxDataPoints, interval, timeFrom, timeShift },
        },
      },
      vizConfig: {
        kind: 'VizConfig',
        group: type,
        version: '12.2.0',
        spec: { options, fieldConfig },
      },
    },
  };
}

function query({ refId, hide = false, datasource, ...spec }: JsonObject) {
  const { type, uid } = datasource as DatasourceRef;
  return {
    kind: 'PanelQuery',
    spec: {
      refId,
      hidden: hide,
      query: {
        kind: 'DataQuery',
        group: type,
        version: 'v0',
        datasource: { name: uid },
        spec,
      },
    },
  };
}

const reference = (name: string) => ({ kind: 'ElementReference', name });

/** An element in the grid of 24 columns. */
export function gridItem(
  name: string,
  [x, y, width, height]: [number, number, number, number],
  repeat?: { value: string; direction: 'h' | 'v'; maxPerRow?: number },
): JsonObject {
  return {
    kind: 'GridLayoutItem',
    spec: {
      x,
      y,
      width,
      height,
      element: reference(name),
      ...(repeat && { repeat: { mode: 'variable', ...repeat } }),
    },
  };
}

export const gridLayout = (items: JsonObject[]) => ({
  kind: 'GridLayout',
  spec: { items },
});

/** Elements that find their places themselves. */
export function autoGridLayout(
  names: string[],
  more: JsonObject = {},
): JsonObject {
  return {
    kind: 'AutoGridLayout',
    spec: {
      maxColumnCount: 3,
      columnWidthMode: 'standard',
      rowHeightMode: 'standard',
      fillScreen: false,
      ...more,
      items: names.map(name => ({
        kind: 'AutoGridLayoutItem',
        spec: { element: reference(name) },
      })),
    },
  };
}

/** Rows, each with a layout of its own. */
export function rowsLayout(
  rows: {
    title: string;
    layout: JsonObject;
    collapse?: boolean;
    repeat?: string;
  }[],
): JsonObject {
  return {
    kind: 'RowsLayout',
    spec: {
      rows: rows.map(({ repeat, collapse = false, ...row }) => ({
        kind: 'RowsLayoutRow',
        spec: {
          ...row,
          collapse,
          ...(repeat && { repeat: { mode: 'variable', value: repeat } }),
        },
      })),
    },
  };
}

export function tabsLayout(
  tabs: { title: string; layout: JsonObject }[],
): JsonObject {
  return {
    kind: 'TabsLayout',
    spec: { tabs: tabs.map(spec => ({ kind: 'TabsLayoutTab', spec })) },
  };
}
