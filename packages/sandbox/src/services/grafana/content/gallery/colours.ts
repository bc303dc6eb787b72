import type { JsonObject } from '../../datasources';
import {
  fixed,
  legend,
  ofName,
  override,
  reduce,
  thresholds,
} from '../build/looks';
import { panel, type Panel } from '../build/panel';
import { csv } from '../build/targets';
import { orders, services } from './values';

const SCHEMES = [
  'palette-classic',
  'palette-classic-by-name',
  'continuous-GrYlRd',
  'continuous-RdYlGr',
  'continuous-BlYlRd',
  'continuous-YlRd',
  'continuous-BlPu',
  'continuous-blues',
  'continuous-greens',
  'continuous-reds',
];

/** Each colour scheme. */
export function colourPanels(): Panel[] {
  const bars = (title: string, color: JsonObject, more: JsonObject = {}) =>
    panel('bargauge', `Colours: ${title}`, {
      w: 6,
      h: 5,
      targets: [csv('a,b,c,d,e\n10,35,60,80,100')],
      defaults: { min: 0, max: 100, color, ...more },
      options: { ...reduce(), displayMode: 'basic', orientation: 'horizontal' },
    });
  const steps = [
    { color: 'green', value: null },
    { color: 'orange', value: 50 },
    { color: 'red', value: 75 },
  ];
  return [
    ...SCHEMES.map(mode => bars(mode, { mode })),
    bars('fixed', fixed('purple')),
    bars('shades', { mode: 'shades', fixedColor: 'blue' }),
    bars(
      'thresholds',
      { mode: 'thresholds' },
      { thresholds: thresholds([null, 'green'], [50, 'orange'], [75, 'red']) },
    ),
    bars(
      'thresholds in percent',
      { mode: 'thresholds' },
      { max: 200, thresholds: { mode: 'percentage', steps } },
    ),
    panel('timeseries', 'Colours: a series by its largest value', {
      w: 12,
      h: 5,
      targets: [services()],
      defaults: {
        color: { mode: 'thresholds', seriesBy: 'max' },
        thresholds: thresholds([null, 'green'], [15, 'red']),
      },
      options: legend(),
    }),
  ];
}

/** Each way to choose fields that are shown otherwise than the rest. */
export function overridePanels(): Panel[] {
  return [
    panel('timeseries', 'Overrides by name, pattern, type, query and value', {
      w: 24,
      targets: [services(), orders({ refId: 'B', alias: 'again' })],
      options: legend(['max']),
      overrides: [
        ofName('orders', {
          displayName: 'Orders',
          color: fixed('green'),
          'custom.lineWidth': 3,
        }),
        override(
          { id: 'byRegexp', options: '/^pay/' },
          { unit: 'currencyEUR', 'custom.fillOpacity': 20 },
        ),
        override({ id: 'byType', options: 'number' }, { decimals: 1 }),
        override(
          { id: 'byFrameRefID', options: 'B' },
          {
            'custom.lineStyle': { fill: 'dash', dash: [4, 4] },
            'custom.drawStyle': 'points',
          },
        ),
        override(
          { id: 'byValue', options: { reducer: 'max', op: 'lt', value: 15 } },
          { color: fixed('orange') },
        ),
        override(
          {
            id: 'byNames',
            options: {
              mode: 'exclude',
              names: ['orders', 'payments'],
              prefix: 'All except:',
              readOnly: true,
            },
          },
          { 'custom.hideFrom': { legend: false, tooltip: false, viz: false } },
        ),
      ],
    }),
    panel('timeseries', 'Overrides that hide and move', {
      w: 12,
      targets: [services()],
      options: legend(['min', 'max']),
      overrides: [
        ofName('payments', {
          'custom.hideFrom': { legend: false, tooltip: true, viz: true },
        }),
        ofName('orders', {
          min: 0,
          max: 60,
          'custom.axisPlacement': 'right',
          thresholds: thresholds([null, 'transparent'], [25, 'red']),
          'custom.thresholdsStyle': { mode: 'line' },
        }),
      ],
    }),
  ];
}
