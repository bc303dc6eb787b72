import type { JsonObject } from '../../datasources';
import { legend } from '../build/looks';
import { panel, type Panel } from '../build/panel';
import { csv } from '../build/targets';
import { distributionPanels } from './distributions';
import { statePanels } from './states';
import { ORDERS, PAYMENTS, TEAMS, timeCsv } from './values';

const HALF = { w: 8, h: 7 };

/** Charts that compare, share out and count. */
export function chartPanels(): Panel[] {
  return [...barCharts(), ...pies(), ...statePanels(), ...distributionPanels()];
}

function barCharts(): Panel[] {
  const bars = (title: string, options: JsonObject, custom: JsonObject = {}) =>
    panel('barchart', title, {
      ...HALF,
      targets: [csv(TEAMS)],
      custom: { fillOpacity: 80, lineWidth: 1, ...custom },
      options: {
        ...legend(),
        xField: 'team',
        orientation: 'auto',
        showValue: 'auto',
        stacking: 'none',
        groupWidth: 0.7,
        barWidth: 0.97,
        barRadius: 0,
        xTickLabelRotation: 0,
        xTickLabelSpacing: 0,
        ...options,
      },
      overrides: [
        {
          matcher: { id: 'byName', options: 'share' },
          properties: [
            {
              id: 'custom.hideFrom',
              value: { viz: true, legend: true, tooltip: true },
            },
          ],
        },
      ],
    });
  return [
    bars('Bar chart', {}),
    bars('Bar chart: stacked, lying', {
      stacking: 'normal',
      orientation: 'horizontal',
    }),
    bars('Bar chart: to 100 %, labels turned', {
      stacking: 'percent',
      xTickLabelRotation: -45,
      showValue: 'never',
    }),
    bars('Bar chart: coloured by state', {
      colorByField: 'errors',
      showValue: 'always',
    }),
    panel('barchart', 'Bar chart over time', {
      ...HALF,
      targets: [csv(timeCsv({ orders: ORDERS, payments: PAYMENTS }))],
      options: {
        ...legend(),
        xTickLabelSpacing: 100,
        showValue: 'never',
        stacking: 'none',
      },
    }),
  ];
}

function pies(): Panel[] {
  const pie = (title: string, options: JsonObject, more: JsonObject = {}) =>
    panel('piechart', title, {
      ...HALF,
      targets: [csv(TEAMS)],
      defaults: { unit: 'short', color: { mode: 'palette-classic' } },
      options: {
        pieType: 'pie',
        reduceOptions: {
          calcs: ['lastNotNull'],
          fields: '/^requests$/',
          values: true,
        },
        legend: {
          displayMode: 'table',
          placement: 'right',
          showLegend: true,
          values: ['value', 'percent'],
        },
        displayLabels: [],
        tooltip: { mode: 'single', sort: 'none' },
        ...options,
      },
      more,
    });
  return [
    pie('Pie', {}),
    pie('Donut with labels', {
      pieType: 'donut',
      displayLabels: ['name', 'percent'],
    }),
    pie('Pie of sums', {
      reduceOptions: { calcs: ['sum'], fields: '', values: false },
      legend: {
        displayMode: 'list',
        placement: 'bottom',
        showLegend: true,
        values: [],
      },
    }),
  ];
}
