import type { JsonObject } from '../../datasources';
import { legend } from '../build/looks';
import { panel, type Panel } from '../build/panel';
import { csv, prom, rawFrame } from '../build/targets';
import { GALLERY_TIME, ORDERS, PAYMENTS, timeCsv } from './values';

const HALF = { w: 8, h: 7 };

/** How often values of each size come, altogether and over time. */
export function distributionPanels(): Panel[] {
  return [...histograms(), ...heatmaps()];
}

function histograms(): Panel[] {
  const durations = csv(
    `duration,size\n${[3, 5, 7, 8, 8, 11, 12, 14, 15, 15, 16, 18, 22, 27, 35]
      .map((one, i) => `${one},${one * 2 + i}`)
      .join('\n')}`,
  );
  const histogram = (title: string, options: JsonObject) =>
    panel('histogram', title, {
      ...HALF,
      targets: [durations],
      defaults: { unit: 'ms' },
      custom: { fillOpacity: 80, lineWidth: 1 },
      options: { ...legend(), combine: false, bucketOffset: 0, ...options },
    });
  return [
    histogram('Histogram', {}),
    histogram('Histogram: buckets of ten', { bucketSize: 10 }),
    histogram('Histogram: all series as one', {
      combine: true,
      bucketCount: 8,
    }),
  ];
}

function heatmaps(): Panel[] {
  const start = Date.parse(GALLERY_TIME.from);
  const cells = [0, 1, 2, 3].flatMap(x => [0, 1, 2].map(y => ({ x, y })));
  const heatmap = (
    title: string,
    target: JsonObject,
    options: JsonObject = {},
  ) =>
    panel('heatmap', title, {
      ...HALF,
      targets: [target],
      options: {
        calculate: false,
        cellGap: 1,
        color: {
          mode: 'scheme',
          scheme: 'Oranges',
          steps: 64,
          fill: 'dark-orange',
          exponent: 0.5,
          scale: 'exponential',
          reverse: false,
        },
        filterValues: { le: 1e-9 },
        legend: { show: true },
        rowsFrame: { layout: 'auto' },
        tooltip: { mode: 'single', yHistogram: false },
        yAxis: { axisPlacement: 'left', reverse: false, unit: 's' },
        ...options,
      },
    });
  return [
    heatmap(
      'Heatmap of buckets',
      prom(
        'sum by (le) (increase(http_server_request_duration_seconds_bucket{service="orders",environment="production"}[$__rate_interval]))',
        '{{le}}',
        { format: 'heatmap' },
      ),
    ),
    heatmap(
      'Heatmap of rows',
      csv(
        timeCsv({
          '0.1': ORDERS,
          '0.5': PAYMENTS,
          '1': ORDERS.map(one => one % 5),
        }),
      ),
      {
        rowsFrame: { layout: 'le' },
        color: {
          mode: 'opacity',
          fill: 'dark-blue',
          exponent: 0.5,
          scale: 'exponential',
          scheme: 'Blues',
          steps: 32,
          reverse: false,
        },
      },
    ),
    heatmap(
      'Heatmap of cells',
      rawFrame([
        {
          schema: {
            meta: { type: 'heatmap-cells' },
            fields: [
              { name: 'xMax', type: 'time', config: { interval: 5_400_000 } },
              { name: 'yMin', type: 'number' },
              { name: 'yMax', type: 'number' },
              { name: 'count', type: 'number' },
            ],
          },
          data: {
            values: [
              cells.map(({ x }) => start + (x + 1) * 5_400_000),
              cells.map(({ y }) => y * 10),
              cells.map(({ y }) => y * 10 + 10),
              cells.map(({ x, y }) => x * 3 + y),
            ],
          },
        },
      ]),
    ),
    heatmap(
      'Heatmap calculated from values',
      csv(timeCsv({ a: ORDERS, b: PAYMENTS })),
      {
        calculate: true,
        calculation: {
          xBuckets: { mode: 'size', value: '1h' },
          yBuckets: { mode: 'count', value: '5' },
        },
      },
    ),
  ];
}
