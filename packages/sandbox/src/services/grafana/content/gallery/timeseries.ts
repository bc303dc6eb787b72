import type { JsonObject } from '../../datasources';
import { fixed, legend, ofName, thresholds } from '../build/looks';
import { panel, type Panel, type PanelSpec } from '../build/panel';
import { csv, prom } from '../build/targets';
import { GAPPED, orders, PAYMENTS, services, timeCsv, WIDE } from './values';

/** A chart over time with these options of its lines. */
function chart(title: string, custom: JsonObject, spec: PanelSpec = {}): Panel {
  return panel('timeseries', title, {
    w: 6,
    h: 6,
    custom,
    options: legend(),
    targets: [services()],
    ...spec,
    defaults: { unit: 'reqps', ...spec.defaults },
  });
}

const gaps = { targets: [csv(timeCsv({ gapped: GAPPED }))] };
const LIMITS = {
  thresholds: thresholds([null, 'green'], [15, 'orange'], [25, 'red']),
};

/** Each way to draw values over time. */
export function timeseriesPanels(): Panel[] {
  return [
    ...styles(),
    ...stacks(),
    ...limits(),
    ...axes(),
    ...legends(),
    ...nulls(),
  ];
}

function styles(): Panel[] {
  return [
    chart('Lines', { drawStyle: 'line', lineWidth: 2 }),
    chart('Lines, smooth', {
      lineInterpolation: 'smooth',
      showPoints: 'never',
    }),
    chart('Lines in steps', { lineInterpolation: 'stepAfter' }),
    chart('Dashed line', { lineStyle: { fill: 'dash', dash: [10, 10] } }),
    chart('Area', { fillOpacity: 30, gradientMode: 'opacity' }),
    chart(
      'Area coloured by value',
      { fillOpacity: 40, gradientMode: 'scheme' },
      {
        defaults: { color: { mode: 'continuous-GrYlRd' }, min: 0, max: 35 },
        targets: [orders()],
      },
    ),
    chart('Bars', { drawStyle: 'bars', fillOpacity: 80, barAlignment: 0 }),
    chart('Points', { drawStyle: 'points', pointSize: 8 }),
  ];
}

function stacks(): Panel[] {
  const stacking = (mode: string) => ({
    stacking: { mode, group: 'A' },
    fillOpacity: 60,
  });
  return [
    chart('Stacked', stacking('normal'), { options: legend(['sum']) }),
    chart('Stacked to 100 %', stacking('percent'), {
      defaults: { unit: 'short' },
    }),
    chart('Stacked bars', { ...stacking('normal'), drawStyle: 'bars' }),
    chart(
      'Filled between two lines',
      { lineWidth: 1 },
      {
        overrides: [
          ofName('orders', {
            'custom.fillBelowTo': 'payments',
            'custom.fillOpacity': 30,
          }),
        ],
      },
    ),
  ];
}

function limits(): Panel[] {
  return ['line', 'dashed', 'area', 'line+area'].map(mode =>
    chart(
      `Thresholds as ${mode}`,
      { thresholdsStyle: { mode } },
      { defaults: LIMITS },
    ),
  );
}

function axes(): Panel[] {
  return [
    chart(
      'Two axes with labels',
      { axisLabel: 'requests' },
      {
        overrides: [
          ofName('payments', {
            unit: 'percent',
            'custom.axisPlacement': 'right',
            'custom.axisLabel': 'share',
            color: fixed('purple'),
          }),
        ],
      },
    ),
    chart(
      'Logarithmic axis',
      { scaleDistribution: { type: 'log', log: 10 } },
      {
        defaults: { unit: 's' },
        targets: [csv(timeCsv({ duration: WIDE }))],
      },
    ),
    chart(
      'Symmetric logarithm',
      { scaleDistribution: { type: 'symlog', log: 2, linearThreshold: 1 } },
      {
        targets: [
          csv(timeCsv({ change: WIDE.map((one, i) => (i % 2 ? -one : one)) })),
        ],
      },
    ),
    chart(
      'Axis from 0 to 50',
      {},
      { defaults: { min: 0, max: 50, decimals: 1 } },
    ),
    chart(
      'Soft axis, centred on zero',
      { axisSoftMin: -10, axisSoftMax: 10, axisCenteredZero: true },
      {
        targets: [csv(timeCsv({ balance: PAYMENTS.map(one => one - 7) }))],
      },
    ),
    chart('No axis', { axisPlacement: 'hidden', axisGridShow: false }),
  ];
}

function legends(): Panel[] {
  const ofRoutes = prom(
    'sum by (http_route) (rate(http_server_request_duration_seconds_count{service="orders",environment="production"}[$__rate_interval]))',
    '{{http_route}}',
  );
  return [
    chart(
      'Legend as a table with calculations',
      {},
      {
        options: legend([
          'min',
          'max',
          'mean',
          'lastNotNull',
          'sum',
          'count',
          'range',
          'delta',
          'stdDev',
        ]),
        w: 12,
      },
    ),
    chart('Legend at the right', {}, { options: legend(['last'], 'right') }),
    chart(
      'No legend',
      {},
      {
        options: {
          legend: {
            showLegend: false,
            displayMode: 'hidden',
            placement: 'bottom',
            calcs: [],
          },
          tooltip: { mode: 'single' },
        },
      },
    ),
    chart(
      'Series of Prometheus',
      {},
      { targets: [ofRoutes], options: legend(['mean']), w: 12 },
    ),
    chart(
      'Series of two data sources',
      {},
      {
        targets: [
          orders(),
          prom('up{service="orders",environment="production"}', '{{pod}}'),
        ],
        defaults: { unit: 'short' },
        w: 12,
      },
    ),
  ];
}

function nulls(): Panel[] {
  return [
    chart('Gaps stay', { spanNulls: false }, gaps),
    chart('Gaps are bridged', { spanNulls: true }, gaps),
    chart('Gaps up to an hour are bridged', { spanNulls: 3_600_000 }, gaps),
    chart(
      'Gaps where values are an hour apart',
      { insertNulls: 1_800_000 },
      gaps,
    ),
    chart(
      'Trend over a number',
      {},
      {
        options: { ...legend(), xField: 'load' },
        targets: [csv('load,latency\n1,10\n2,12\n4,19\n8,40\n16,95')],
        defaults: { unit: 'ms' },
        more: { type: 'trend' },
      },
    ),
  ];
}
