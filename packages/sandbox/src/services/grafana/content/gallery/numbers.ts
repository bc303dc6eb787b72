import { reduce, thresholds } from '../build/looks';
import { panel, type Panel, type PanelSpec } from '../build/panel';
import { csv } from '../build/targets';
import { orders, services, TEAMS } from './values';

const LIMITS = thresholds([null, 'green'], [15, 'orange'], [25, 'red']);
const SMALL = { w: 4, h: 4 };

function stat(title: string, options: object, spec: PanelSpec = {}): Panel {
  return panel('stat', title, {
    ...SMALL,
    targets: [orders()],
    ...spec,
    options: {
      ...reduce(),
      colorMode: 'value',
      graphMode: 'none',
      textMode: 'auto',
      justifyMode: 'auto',
      orientation: 'auto',
      ...options,
    },
    defaults: {
      unit: 'reqps',
      thresholds: LIMITS,
      color: { mode: 'thresholds' },
      ...spec.defaults,
    },
  });
}

function bars(title: string, options: object, spec: PanelSpec = {}): Panel {
  return panel('bargauge', title, {
    w: 6,
    h: 6,
    targets: [csv(TEAMS)],
    ...spec,
    options: {
      ...reduce('lastNotNull', true),
      displayMode: 'gradient',
      orientation: 'horizontal',
      showUnfilled: true,
      valueMode: 'color',
      namePlacement: 'auto',
      sizing: 'auto',
      ...options,
    },
    defaults: {
      min: 0,
      thresholds: thresholds([null, 'blue'], [300, 'orange'], [1000, 'red']),
      color: { mode: 'thresholds' },
      ...spec.defaults,
    },
  });
}

function gauge(title: string, options: object, spec: PanelSpec = {}): Panel {
  return panel('gauge', title, {
    w: 6,
    h: 6,
    targets: [orders()],
    ...spec,
    options: {
      ...reduce(),
      showThresholdLabels: false,
      showThresholdMarkers: true,
      orientation: 'auto',
      ...options,
    },
    defaults: {
      unit: 'reqps',
      min: 0,
      max: 40,
      thresholds: LIMITS,
      color: { mode: 'thresholds' },
      ...spec.defaults,
    },
  });
}

/** Single values, and how they are shown. */
export function numberPanels(): Panel[] {
  return [...stats(), ...gauges(), ...barGauges()];
}

function stats(): Panel[] {
  return [
    stat('Stat: the last value', {}),
    stat('Stat: mean', reduce('mean')),
    stat('Stat: largest, with its line', {
      ...reduce('max'),
      graphMode: 'area',
    }),
    stat('Stat: background', { ...reduce('sum'), colorMode: 'background' }),
    stat('Stat: plain background', {
      ...reduce('min'),
      colorMode: 'background_solid',
    }),
    stat(
      'Stat: no colour',
      { ...reduce('count'), colorMode: 'none' },
      { defaults: { unit: 'none' } },
    ),
    stat(
      'Stat: name and value',
      { textMode: 'value_and_name' },
      { w: 8, targets: [services()] },
    ),
    stat('Stat: names', { textMode: 'name' }, { w: 8, targets: [services()] }),
    stat('Stat: change in percent', {
      percentChangeColorMode: 'standard',
      showPercentChange: true,
    }),
    stat(
      'Stat: all values',
      { ...reduce('lastNotNull', true), orientation: 'horizontal' },
      {
        w: 8,
        targets: [csv(TEAMS)],
        defaults: { unit: 'short' },
      },
    ),
    stat(
      'Stat: text',
      {
        reduceOptions: {
          calcs: ['lastNotNull'],
          fields: '/^state$/',
          values: false,
        },
      },
      {
        targets: [csv(TEAMS)],
      },
    ),
    stat(
      'Stat: nothing there',
      {},
      {
        targets: [
          csv('time,value\n2026-11-20T08:00:00Z,\n2026-11-20T09:00:00Z,'),
        ],
        defaults: { noValue: 'no orders yet' },
      },
    ),
  ];
}

function gauges(): Panel[] {
  return [
    gauge('Gauge', {}),
    gauge('Gauge with labels of thresholds', {
      ...reduce('mean'),
      showThresholdLabels: true,
    }),
    gauge('Gauge: thresholds in percent', reduce('max'), {
      defaults: {
        thresholds: {
          mode: 'percentage',
          steps: [
            { color: 'green', value: null },
            { color: 'orange', value: 50 },
            { color: 'red', value: 75 },
          ],
        },
      },
    }),
    gauge(
      'Gauges of two',
      { orientation: 'vertical' },
      { targets: [services()] },
    ),
  ];
}

function barGauges(): Panel[] {
  return [
    bars('Bar gauge: gradient', {}),
    bars('Bar gauge: LCD', { displayMode: 'lcd' }),
    bars('Bar gauge: basic, upright', {
      displayMode: 'basic',
      orientation: 'vertical',
    }),
    bars(
      'Bar gauge: plain, values hidden',
      { showUnfilled: false, valueMode: 'hidden' },
      {
        defaults: { color: { mode: 'continuous-BlPu' } },
      },
    ),
  ];
}
