import type { JsonObject } from '@backstage/types';
import { readClassic } from './readClassic';

const read = (spec: JsonObject) =>
  readClassic({
    schema: 'classic',
    spec,
    meta: { uid: 'red', url: '/d/red', version: 3, provisioned: false },
  });
const panelOf = (panel: JsonObject) =>
  read({ panels: [{ id: 1, ...panel }] }).sections[0].panels[0];

it('reads rows, those that are closed too, and leaves out what Grafana repeated', () => {
  const at = (y: number) => ({ gridPos: { x: 0, y, w: 12, h: 4 } });
  const { sections } = read({
    panels: [
      { id: 9, type: 'stat', ...at(12) },
      { id: 1, type: 'stat', ...at(0) },
      {
        id: 2,
        type: 'row',
        title: 'Closed',
        collapsed: true,
        ...at(4),
        panels: [{ id: 3, type: 'stat', ...at(5) }],
      },
      {
        id: 4,
        type: 'row',
        title: 'Open',
        repeat: 'route',
        ...at(5),
        panels: [],
      },
      { id: 5, type: 'stat', repeat: 'pod', repeatDirection: 'v', ...at(6) },
      { id: 6, type: 'stat', repeatPanelId: 5, ...at(6) },
    ],
  });
  expect(
    sections.map(({ row, panels }) => [
      row?.title,
      row?.collapsed,
      row?.repeat,
      panels.map(({ id, grid }) => [id, grid.y]),
    ]),
  ).toEqual([
    [undefined, undefined, undefined, [[1, 0]]],
    ['Closed', true, undefined, [[3, 0]]],
    [
      'Open',
      false,
      'route',
      [
        [5, 0],
        [9, 6],
      ],
    ],
  ]);
  expect(sections[2].panels[0].repeat).toEqual({
    variable: 'pod',
    direction: 'v',
    maxPerRow: 4,
  });
});

it('reads rows from before there was a grid', () => {
  const { sections } = read({
    rows: [
      {
        title: 'First',
        showTitle: true,
        height: '250px',
        panels: [
          { id: 1, type: 'graph', span: 8 },
          { id: 2, type: 'singlestat', span: 4 },
          { id: 3, type: 'text', span: 12, height: 100 },
        ],
      },
      { title: 'Second', collapse: true, panels: [{ id: 4, span: 6 }] },
    ],
  });
  expect(
    sections.map(({ row, panels }) => [
      row?.title,
      row?.collapsed,
      panels.map(({ grid: { x, y, w, h } }) => [x, y, w, h]),
    ]),
  ).toEqual([
    [
      'First',
      false,
      [
        [0, 0, 16, 7],
        [16, 0, 8, 7],
        [0, 7, 24, 3],
      ],
    ],
    ['Second', true, [[0, 0, 12, 7]]],
  ]);
});

it('reads queries without a letter, and data sources however they are named', () => {
  const { targets, datasource } = panelOf({
    datasource: 'Prometheus EU',
    targets: [
      { expr: 'a', refId: 'B' },
      { expr: 'b', hide: true, datasource: { uid: '$ds' } },
      { expr: 'c', datasource: null },
    ],
  });
  expect(datasource).toBe('Prometheus EU');
  expect(targets).toEqual([
    { refId: 'B', hide: false, datasource: undefined, query: { expr: 'a' } },
    {
      refId: 'A',
      hide: true,
      datasource: { uid: '$ds', type: undefined },
      query: { expr: 'b' },
    },
    { refId: 'C', hide: false, datasource: undefined, query: { expr: 'c' } },
  ]);
});

it('shows a graph as a time series', () => {
  const graph = panelOf({
    type: 'graph',
    fill: 2,
    linewidth: 3,
    stack: true,
    steppedLine: true,
    nullPointMode: 'connected',
    aliasColors: { failed: '#f00' },
    legend: {
      show: true,
      values: true,
      avg: true,
      current: true,
      alignAsTable: true,
      rightSide: true,
    },
    tooltip: { shared: true, sort: 2 },
    thresholds: [
      { value: 300, op: 'gt', colorMode: 'critical', fill: true, line: true },
      { value: 100, op: 'lt', colorMode: 'ok', fill: true },
    ],
    yaxes: [
      { format: 'ms', label: 'Time', min: '0', logBase: 10 },
      { format: 'percent', max: 100 },
    ],
    seriesOverrides: [
      { alias: '/p9./', yaxis: 2, dashes: true, fill: 0 },
      { alias: 'limit', legend: false, color: 'blue', stack: false },
    ],
  });
  expect(graph).toMatchObject({
    type: 'timeseries',
    options: {
      legend: {
        displayMode: 'table',
        placement: 'right',
        showLegend: true,
        calcs: ['mean', 'lastNotNull'],
      },
      tooltip: { mode: 'multi', sort: 'desc' },
    },
    fieldConfig: {
      defaults: {
        unit: 'ms',
        min: 0,
        thresholds: {
          steps: [
            { value: null, color: 'green' },
            { value: 100, color: 'transparent' },
            { value: 300, color: 'red' },
          ],
        },
        custom: {
          drawStyle: 'line',
          fillOpacity: 20,
          lineWidth: 3,
          lineInterpolation: 'stepAfter',
          spanNulls: true,
          stacking: { mode: 'normal' },
          axisLabel: 'Time',
          scaleDistribution: { type: 'log', log: 10 },
          thresholdsStyle: { mode: 'line+area' },
        },
      },
      overrides: [
        {
          matcher: { id: 'byName', options: 'failed' },
          properties: [
            { id: 'color', value: { mode: 'fixed', fixedColor: '#f00' } },
          ],
        },
        {
          matcher: { id: 'byRegexp', options: '/p9./' },
          properties: [
            { id: 'custom.lineStyle', value: { fill: 'dash' } },
            { id: 'custom.fillOpacity', value: 0 },
            { id: 'unit', value: 'percent' },
            { id: 'max', value: 100 },
            { id: 'custom.axisPlacement', value: 'right' },
          ],
        },
        {
          matcher: { id: 'byName', options: 'limit' },
          properties: [
            { id: 'custom.hideFrom', value: { legend: true } },
            { id: 'color', value: { fixedColor: 'blue' } },
            { id: 'custom.stacking', value: { mode: 'none' } },
          ],
        },
      ],
    },
  });
});

it.each<[string, JsonObject, object]>([
  [
    'a single stat as a stat',
    {
      type: 'singlestat',
      valueName: 'avg',
      format: 'none',
      postfix: ' req',
      thresholds: '50,80',
      colors: ['green', 'orange', 'red'],
      colorBackground: true,
      sparkline: { show: true },
      valueMaps: [
        { op: '=', value: 'null', text: 'N/A' },
        { op: '=', value: '0', text: 'down' },
      ],
    },
    {
      type: 'stat',
      options: {
        reduceOptions: { calcs: ['mean'] },
        colorMode: 'background',
        graphMode: 'area',
      },
      fieldConfig: {
        defaults: {
          unit: 'suffix: req',
          thresholds: {
            steps: [
              { value: null, color: 'green' },
              { value: 50, color: 'orange' },
              { value: 80, color: 'red' },
            ],
          },
          mappings: [
            {
              type: 'special',
              options: { match: 'null', result: { text: 'N/A' } },
            },
            { type: 'value', options: { 0: { text: 'down' } } },
          ],
        },
      },
    },
  ],
  [
    'a single stat with a gauge as a gauge',
    {
      type: 'singlestat',
      gauge: { show: true, minValue: 0, maxValue: 100 },
      mappingType: 2,
      rangeMaps: [{ from: '0', to: '5', text: 'low' }],
    },
    {
      type: 'gauge',
      fieldConfig: {
        defaults: {
          min: 0,
          max: 100,
          mappings: [
            {
              type: 'range',
              options: { from: 0, to: 5, result: { text: 'low' } },
            },
          ],
        },
      },
    },
  ],
  [
    'an old table as a table',
    {
      type: 'table-old',
      transform: 'timeseries_aggregations',
      columns: [{ text: 'Avg', value: 'avg' }],
      styles: [
        {
          pattern: '/ms$/',
          alias: 'Time',
          unit: 'ms',
          decimals: 1,
          colorMode: 'cell',
          thresholds: ['10'],
          colors: ['green', 'red'],
          type: 'number',
        },
        { pattern: 'id', type: 'hidden' },
      ],
    },
    {
      type: 'table',
      transformations: [{ id: 'reduce', options: { reducers: ['mean'] } }],
      fieldConfig: {
        overrides: [
          {
            matcher: { id: 'byRegexp', options: '/ms$/' },
            properties: [
              { id: 'displayName', value: 'Time' },
              { id: 'unit', value: 'ms' },
              { id: 'decimals', value: 1 },
              { id: 'custom.cellOptions', value: { type: 'color-background' } },
              {
                id: 'thresholds',
                value: {
                  steps: [
                    { value: null, color: 'green' },
                    { value: 10, color: 'red' },
                  ],
                },
              },
            ],
          },
          { properties: [{ id: 'custom.hidden', value: true }] },
        ],
      },
    },
  ],
  [
    'the pie of the old plugin as a pie',
    {
      type: 'grafana-piechart-panel',
      pieType: 'donut',
      valueName: 'current',
      format: 'bytes',
      legendType: 'Right side',
      legend: { show: true, percentage: true },
    },
    {
      type: 'piechart',
      options: {
        pieType: 'donut',
        reduceOptions: { calcs: ['lastNotNull'] },
        legend: {
          placement: 'right',
          displayMode: 'table',
          values: ['percent'],
        },
      },
    },
  ],
  [
    'a heatmap of buckets',
    {
      type: 'heatmap',
      dataFormat: 'tsbuckets',
      yAxis: { format: 's' },
      color: { mode: 'spectrum', colorScheme: 'interpolateBlues' },
    },
    {
      options: {
        calculate: false,
        color: { mode: 'scheme', scheme: 'Blues' },
        yAxis: { unit: 's' },
      },
    },
  ],
  [
    'a stat of Grafana 6',
    {
      type: 'stat',
      options: {
        fieldOptions: {
          calcs: ['max'],
          defaults: {
            unit: 'ms',
            mappings: [{ type: 1, value: '1', text: 'up' }],
          },
        },
      },
    },
    {
      options: { reduceOptions: { calcs: ['max'] } },
      fieldConfig: {
        defaults: {
          unit: 'ms',
          mappings: [{ type: 'value', options: { 1: { text: 'up' } } }],
        },
      },
    },
  ],
  [
    'cells as they were named',
    {
      type: 'table',
      fieldConfig: {
        defaults: { custom: { displayMode: 'lcd-gauge' } },
        overrides: [
          {
            matcher: {},
            properties: [{ id: 'custom.displayMode', value: 'color-text' }],
          },
        ],
      },
    },
    {
      fieldConfig: {
        defaults: { custom: { cellOptions: { type: 'gauge', mode: 'lcd' } } },
        overrides: [
          {
            properties: [
              { id: 'custom.cellOptions', value: { type: 'color-text' } },
            ],
          },
        ],
      },
    },
  ],
  [
    'text',
    { type: 'text', mode: 'html', content: '<b>' },
    { options: { mode: 'html', content: '<b>' } },
  ],
  [
    'a legend that is hidden',
    {
      type: 'timeseries',
      options: {
        legend: { displayMode: 'hidden' },
        tooltipOptions: { mode: 'multi' },
      },
    },
    {
      options: {
        legend: { showLegend: false, displayMode: 'list' },
        tooltip: { mode: 'multi' },
      },
    },
  ],
])('shows %s', (_what, json, expected) => {
  expect(panelOf(json)).toMatchObject(expected);
});
