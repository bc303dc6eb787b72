import { redDashboardUid, type Component } from '../../../../world';
import type { ContentDashboard } from '../Content';
import { dashboard } from '../build/dashboard';
import { legend, reduce } from '../build/looks';
import { libraryPanel, panel } from '../build/panel';
import { prom, promNow } from '../build/targets';
import {
  adhocVariable,
  intervalVariable,
  MULTI,
  queryVariable,
} from '../build/variables';
import { ERROR_BUDGET } from '../shared/libraryPanels';
import { redExpressions, requestPanels, saturationPanels } from './redPanels';

/** Rate, errors and duration of one component: what the golden path gives each service. */
export function redDashboard(component: Component): ContentDashboard {
  const { name, title, owner, tier } = component;
  return dashboard({
    uid: redDashboardUid(component),
    title: `${title} / RED`,
    tags: [name, 'golden-path'],
    folderUid: owner,
    description: `Rate, errors and duration of ${name}, and what it needs for them.`,
    variables: variablesOf(component),
    sections: [
      { panels: requestPanels(component) },
      { title: 'Saturation', panels: saturationPanels(component) },
      { title: 'By route', collapsed: true, panels: routePanels(component) },
      ...(tier === 'critical'
        ? [
            {
              title: 'Objectives',
              panels: [libraryPanel(ERROR_BUDGET, { w: 12 })],
            },
          ]
        : []),
    ],
  });
}

function variablesOf(component: Component) {
  const { metrics } = redExpressions(component);
  const ofService = `service="${component.name}"`;
  return [
    queryVariable(
      'environment',
      `label_values(up{${ofService}}, environment)`,
      'production',
      {
        label: 'Environment',
      },
    ),
    queryVariable(
      'route',
      `label_values(${metrics.count}{${ofService},environment="$environment"}, ${metrics.route})`,
      '$__all',
      { ...MULTI, label: 'Route', allValue: '.*' },
    ),
    intervalVariable('interval', '1m,5m,15m,1h', '5m', {
      label: 'Average over',
    }),
    adhocVariable('Filters'),
  ];
}

function routePanels(component: Component) {
  const { metrics, byRoute, buckets, quantile, requests } =
    redExpressions(component);
  const { route, count } = metrics;
  const filled = `service="${component.name}",environment="$environment",${route}=~"$route"`;
  return [
    panel('timeseries', 'Requests to $route', {
      w: 12,
      defaults: { unit: 'reqps', min: 0 },
      options: legend(),
      more: { repeat: 'route', repeatDirection: 'h', maxPerRow: 3 },
      targets: [prom(`sum(rate(${count}{${filled}}[$interval]))`, '$route')],
    }),
    panel('heatmap', 'Durations', {
      w: 12,
      targets: [prom(buckets, '{{le}}', { format: 'heatmap' })],
      options: {
        calculate: false,
        color: {
          mode: 'scheme',
          scheme: 'Oranges',
          steps: 64,
          exponent: 0.5,
          fill: 'dark-orange',
          reverse: false,
          scale: 'exponential',
        },
        cellGap: 1,
        rowsFrame: { layout: 'auto' },
        yAxis: { unit: metrics.perSecond === 1 ? 's' : 'ms', reverse: false },
        legend: { show: true },
        tooltip: { mode: 'single', yHistogram: false },
      },
    }),
    panel('table', 'Routes', {
      w: 12,
      targets: [
        promNow(byRoute, '__auto', { format: 'table' }),
        promNow(quantile(0.95, [route]), '__auto', { format: 'table' }),
      ],
      transformations: [
        { id: 'merge', options: {} },
        {
          id: 'organize',
          options: {
            excludeByName: { Time: true },
            indexByName: {},
            renameByName: {
              'Value #A': 'Requests',
              'Value #B': 'p95',
              [route]: 'Route',
            },
          },
        },
      ],
      overrides: [
        {
          matcher: { id: 'byName', options: 'Requests' },
          properties: [{ id: 'unit', value: 'reqps' }],
        },
        {
          matcher: { id: 'byName', options: 'p95' },
          properties: [{ id: 'unit', value: 's' }],
        },
      ],
    }),
    panel('timeseries', 'Requests, and a week ago', {
      w: 12,
      defaults: { unit: 'reqps', min: 0 },
      options: legend(),
      more: { timeShift: '1w' },
      targets: [prom(requests, 'a week ago')],
    }),
    panel('bargauge', 'Busiest routes', {
      w: 12,
      defaults: { unit: 'reqps', min: 0, color: { mode: 'continuous-BlPu' } },
      options: {
        ...reduce(),
        displayMode: 'gradient',
        orientation: 'horizontal',
      },
      targets: [promNow(byRoute, `{{${route}}}`)],
    }),
  ];
}
