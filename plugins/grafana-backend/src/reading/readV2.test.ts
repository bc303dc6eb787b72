import type { JsonObject } from '@backstage/types';
import { readV2 } from './readV2';

const read = (spec: JsonObject) =>
  readV2({
    schema: 'v2',
    spec,
    meta: { uid: 'red', url: '/d/red', version: 3, provisioned: false },
  });

const panel = (id: number, kind = 'stat') => ({
  kind: 'Panel',
  spec: {
    id,
    title: `Panel ${id}`,
    data: {
      kind: 'QueryGroup',
      spec: { queries: [], transformations: [], queryOptions: {} },
    },
    vizConfig: {
      kind: 'VizConfig',
      group: kind,
      spec: { options: {}, fieldConfig: {} },
    },
  },
});
const elements = { a: panel(1), b: panel(2), c: panel(3) };
const item = (name: string, more: JsonObject = {}) => ({
  kind: 'GridLayoutItem',
  spec: {
    x: 0,
    y: 0,
    width: 12,
    height: 4,
    element: { kind: 'ElementReference', name },
    ...more,
  },
});
const autoItem = (name: string) => ({
  kind: 'AutoGridLayoutItem',
  spec: { element: { name } },
});

it('reads queries, transformations and options, as they are and as they were', () => {
  const rest = {
    transformations: [
      {
        kind: 'Transformation',
        group: 'organize',
        spec: { options: { a: 1 } },
      },
      { kind: 'reduce', spec: { id: 'reduce', options: {}, disabled: true } },
    ],
    queryOptions: { maxDataPoints: 100, timeFrom: '1h' },
  };
  const { sections } = read({
    elements: {
      a: {
        kind: 'Panel',
        spec: {
          id: 7,
          title: 'Rate',
          data: {
            spec: {
              ...rest,
              queries: [
                {
                  kind: 'PanelQuery',
                  spec: {
                    refId: 'A',
                    hidden: true,
                    query: {
                      kind: 'DataQuery',
                      group: 'prometheus',
                      datasource: { name: 'prom' },
                      spec: { expr: 'up' },
                    },
                  },
                },
                {
                  kind: 'PanelQuery',
                  spec: {
                    refId: 'B',
                    datasource: { uid: 'loki', type: 'loki' },
                    query: { kind: 'loki', spec: { expr: '{}' } },
                  },
                },
              ],
            },
          },
          vizConfig: {
            kind: 'VizConfig',
            group: 'timeseries',
            spec: {
              options: { o: 1 },
              fieldConfig: { defaults: { unit: 's' } },
            },
          },
        },
      },
      gone: {
        kind: 'LibraryPanel',
        spec: {
          id: 8,
          title: 'Lib',
          libraryPanel: { uid: 'lib', name: 'Lib' },
        },
      },
    },
    layout: {
      kind: 'GridLayout',
      spec: {
        items: [
          item('a', {
            repeat: { mode: 'variable', value: 'pod', maxPerRow: 2 },
          }),
          item('gone', { y: 4 }),
          item('nothing'),
        ],
      },
    },
  });
  const [rate, library, ...more] = sections[0].panels;
  expect(more).toEqual([]);
  expect(rate).toMatchObject({
    id: 7,
    type: 'timeseries',
    options: { o: 1 },
    fieldConfig: { defaults: { unit: 's' } },
    maxDataPoints: 100,
    timeFrom: '1h',
    repeat: { variable: 'pod', direction: 'h', maxPerRow: 2 },
    targets: [
      {
        refId: 'A',
        hide: true,
        datasource: { uid: 'prom', type: 'prometheus' },
        query: { expr: 'up' },
      },
      {
        refId: 'B',
        hide: false,
        datasource: { uid: 'loki', type: 'loki' },
        query: { expr: '{}' },
      },
    ],
    transformations: [
      { id: 'organize', options: { a: 1 } },
      { id: 'reduce', disabled: true },
    ],
  });
  expect(library).toMatchObject({
    id: 8,
    library: { uid: 'lib' },
    grid: { y: 4 },
  });
});

it.each<[string, JsonObject, unknown]>([
  [
    'rows',
    {
      kind: 'RowsLayout',
      spec: {
        rows: [
          {
            kind: 'RowsLayoutRow',
            spec: {
              title: 'One',
              collapse: true,
              repeat: { mode: 'variable', value: 'route' },
              layout: { kind: 'GridLayout', spec: { items: [item('a')] } },
            },
          },
          {
            kind: 'RowsLayoutRow',
            spec: {
              title: 'Two',
              hideHeader: true,
              layout: { kind: 'GridLayout', spec: { items: [item('b')] } },
            },
          },
        ],
      },
    },
    [
      ['One', true, 'route', [[1, 0, 0, 12, 4]]],
      [undefined, undefined, undefined, [[2, 0, 0, 12, 4]]],
    ],
  ],
  [
    'rows of older versions',
    {
      kind: 'GridLayout',
      spec: {
        items: [
          item('a'),
          {
            kind: 'GridLayoutRow',
            spec: {
              title: 'Old',
              collapsed: true,
              y: 4,
              elements: [item('b')],
            },
          },
        ],
      },
    },
    [
      [undefined, undefined, undefined, [[1, 0, 0, 12, 4]]],
      ['Old', true, undefined, [[2, 0, 0, 12, 4]]],
    ],
  ],
  [
    'a grid that fills itself',
    {
      kind: 'AutoGridLayout',
      spec: {
        maxColumnCount: 2,
        rowHeightMode: 'short',
        items: [autoItem('a'), autoItem('b'), autoItem('c')],
      },
    },
    [
      [
        undefined,
        undefined,
        undefined,
        [
          [1, 0, 0, 12, 5],
          [2, 12, 0, 12, 5],
          [3, 0, 5, 12, 5],
        ],
      ],
    ],
  ],
  [
    'tabs, with rows in them',
    {
      kind: 'TabsLayout',
      spec: {
        tabs: [
          {
            kind: 'TabsLayoutTab',
            spec: {
              title: 'Load',
              layout: { kind: 'GridLayout', spec: { items: [item('a')] } },
            },
          },
          {
            kind: 'TabsLayoutTab',
            spec: {
              title: 'Errors',
              layout: {
                kind: 'RowsLayout',
                spec: {
                  rows: [
                    {
                      kind: 'RowsLayoutRow',
                      spec: {
                        title: 'All',
                        layout: {
                          kind: 'GridLayout',
                          spec: { items: [item('b')] },
                        },
                      },
                    },
                  ],
                },
              },
            },
          },
        ],
      },
    },
    [
      ['Load', false, undefined, [[1, 0, 0, 12, 4]]],
      ['Errors / All', false, undefined, [[2, 0, 0, 12, 4]]],
    ],
  ],
])('reads %s', (_what, layout, expected) => {
  const { sections } = read({ elements, layout });
  expect(
    sections.map(({ row, panels }) => [
      row?.title,
      row?.collapsed,
      row?.repeat,
      panels.map(({ id, grid: { x, y, w, h } }) => [id, x, y, w, h]),
    ]),
  ).toEqual(expected);
});

it('reads variables, which say in words what were numbers', () => {
  const { variables, crosshair, refresh } = read({
    cursorSync: 'Tooltip',
    timeSettings: { from: 'now-1h', to: 'now', autoRefresh: '1m' },
    elements: {},
    layout: {},
    variables: [
      {
        kind: 'QueryVariable',
        spec: {
          name: 'job',
          sort: 'naturalAsc',
          hide: 'hideLabel',
          multi: true,
          includeAll: true,
          current: { text: ['a'], value: ['a'] },
          query: {
            kind: 'DataQuery',
            group: 'prometheus',
            datasource: { name: 'prom' },
            spec: { query: 'label_values(up, job)', refId: 'x' },
          },
        },
      },
      {
        kind: 'QueryVariable',
        spec: {
          name: 'old',
          query: {
            group: 'prometheus',
            spec: { __legacyStringValue: 'label_names()' },
          },
        },
      },
      {
        kind: 'DatasourceVariable',
        spec: {
          name: 'ds',
          pluginId: 'prometheus',
          current: { value: 'prom', text: 'Prometheus' },
        },
      },
      {
        kind: 'IntervalVariable',
        spec: {
          name: 'i',
          query: '1m,1h',
          auto: true,
          auto_count: 10,
          auto_min: '1m',
        },
      },
      {
        kind: 'AdhocVariable',
        group: 'prometheus',
        datasource: { name: 'prom' },
        spec: {
          name: 'Filters',
          filters: [{ key: 'a', operator: '=', value: 'b' }],
          baseFilters: [],
        },
      },
      {
        kind: 'SwitchVariable',
        spec: {
          name: 's',
          current: 'on',
          enabledValue: 'on',
          disabledValue: 'off',
        },
      },
      { kind: 'GroupByVariable', spec: { name: 'g' } },
    ],
  });
  expect([crosshair, refresh]).toEqual(['values', '1m']);
  expect(variables).toMatchObject([
    {
      name: 'job',
      type: 'query',
      sort: 7,
      hide: 'label',
      multi: true,
      current: ['a'],
      datasource: { uid: 'prom' },
      query: { query: 'label_values(up, job)' },
    },
    { name: 'old', query: 'label_names()' },
    { name: 'ds', type: 'datasource', query: 'prometheus', current: ['prom'] },
    { name: 'i', auto: { count: 10, min: '1m' } },
    {
      name: 'Filters',
      type: 'adhoc',
      datasource: { uid: 'prom' },
      filters: [{ key: 'a' }],
    },
    { name: 's', type: 'custom', query: 'on,off', current: ['on'] },
  ]);
});
