import type { JsonObject } from '../../datasources';
import type { ContentDashboard } from '../Content';

const RATE =
  'sum(rate(http_server_request_duration_seconds_count{service="$service"}[5m]))';

const old = (id: number, type: string, title: string, more: JsonObject) => ({
  id,
  type,
  title,
  datasource: 'Prometheus',
  span: 4,
  targets: [
    {
      refId: 'A',
      expr: RATE,
      intervalFactor: 2,
      legendFormat: 'requests',
      step: 60,
    },
  ],
  ...more,
});

/**
 * A dashboard as Grafana 4 saved them: rows that hold panels, spans for a grid, data sources by name, and the kinds of
 * panels of those days.
 */
export function classicDashboard(): ContentDashboard {
  const title = 'Orders, as of 2017';
  const tags = ['panel-gallery', 'old-schema'];
  const uid = 'orders-2017';
  return {
    uid,
    title,
    tags,
    folderUid: 'platform',
    schema: 'classic',
    json: {
      uid,
      title,
      tags,
      schemaVersion: 16,
      version: 7,
      editable: true,
      hideControls: false,
      refresh: '1m',
      time: { from: 'now-3h', to: 'now' },
      timezone: 'browser',
      annotations: { list: [] },
      templating: {
        list: [
          {
            name: 'service',
            type: 'query',
            datasource: 'Prometheus',
            query: 'label_values(up{service=~"orders|cart"}, service)',
            current: { text: 'orders', value: 'orders' },
            refresh: 1,
            hide: 0,
            options: [],
          },
        ],
      },
      rows: [
        {
          title: 'Traffic',
          showTitle: true,
          collapse: false,
          height: '250px',
          repeat: null,
          panels: trafficPanels(),
        },
        {
          title: 'More',
          showTitle: true,
          collapse: true,
          height: 300,
          repeat: null,
          panels: morePanels(),
        },
      ],
    },
  };
}

function trafficPanels() {
  return [
    old(1, 'graph', 'Requests', {
      lines: true,
      fill: 1,
      linewidth: 2,
      nullPointMode: 'connected',
      stack: false,
      seriesOverrides: [{ alias: 'requests', color: '#7EB26D', yaxis: 1 }],
      thresholds: [
        { op: 'gt', value: 100, colorMode: 'critical', fill: true, line: true },
      ],
      legend: {
        show: true,
        values: true,
        current: true,
        avg: true,
        alignAsTable: true,
      },
      yaxes: [
        { format: 'reqps', show: true, min: 0, logBase: 1, label: null },
        { format: 'short', show: true, logBase: 1 },
      ],
      xaxis: { mode: 'time', show: true },
    }),
    old(2, 'singlestat', 'Requests now', {
      format: 'reqps',
      decimals: 1,
      valueName: 'current',
      colorBackground: false,
      colorValue: true,
      colors: ['#d44a3a', 'rgba(237, 129, 40, 0.89)', '#299c46'],
      thresholds: '1,10',
      sparkline: { show: true, full: false },
      gauge: { show: false },
      valueMaps: [{ op: '=', text: 'none', value: 'null' }],
    }),
    old(3, 'table-old', 'Requests by route', {
      targets: [
        {
          refId: 'A',
          expr: 'sum by (http_route) (rate(http_server_request_duration_seconds_count{service="$service"}[5m]))',
          format: 'table',
          instant: true,
        },
      ],
      transform: 'table',
      columns: [],
      styles: [
        { pattern: 'Time', type: 'hidden' },
        {
          pattern: 'Value',
          alias: 'Requests',
          type: 'number',
          unit: 'reqps',
          decimals: 2,
        },
      ],
    }),
  ];
}

function morePanels() {
  return [
    old(4, 'text', 'Who to ask', {
      mode: 'markdown',
      content: 'Ask **#commerce**.',
      targets: [],
      span: 6,
    }),
    old(5, 'heatmap', 'Durations', {
      span: 6,
      dataFormat: 'tsbuckets',
      color: { mode: 'spectrum', colorScheme: 'interpolateOranges' },
      yAxis: { format: 's', show: true },
      targets: [
        {
          refId: 'A',
          expr: 'sum by (le) (increase(http_server_request_duration_seconds_bucket{service="$service"}[5m]))',
          format: 'heatmap',
          legendFormat: '{{le}}',
        },
      ],
    }),
  ];
}
