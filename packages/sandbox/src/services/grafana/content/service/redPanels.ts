import { RED_PANELS, type Component } from '../../../../world';
import {
  legend,
  ofName,
  fixed,
  reduce,
  STACKED,
  thresholds,
} from '../build/looks';
import { panel, type Panel } from '../build/panel';
import { prom, promNow } from '../build/targets';
import { objectiveSeconds, serviceMetrics } from './ServiceMetrics';

const RATE = '[$__rate_interval]';

/** Expressions over one service, in the environment and on the routes that are chosen. */
export function redExpressions(component: Component) {
  const workload = `service="${component.name}",environment="$environment"`;
  const metrics = serviceMetrics(component, workload);
  const { count, status, route, buckets, perSecond } = metrics;
  const requests = `${workload},${route}=~"$route"`;
  const inSeconds = perSecond === 1 ? '' : ` / ${perSecond}`;
  return {
    workload,
    metrics,
    requests: `sum(rate(${count}{${requests}}${RATE}))`,
    errors: `sum(rate(${count}{${requests},${status}=~"5.."}${RATE})) / sum(rate(${count}{${requests}}${RATE}))`,
    byStatus: `sum by (${status}) (rate(${count}{${requests}}${RATE}))`,
    byRoute: `sum by (${route}) (rate(${count}{${requests}}${RATE}))`,
    quantile: (quantile: number, by: string[] = []) =>
      `histogram_quantile(${quantile}, sum by (${[...by, 'le'].join(
        ', ',
      )}) (rate(${buckets}{${requests}}${RATE})))${inSeconds}`,
    buckets: `sum by (le) (increase(${buckets}{${requests}}${RATE}))`,
  };
}

/** Rate, errors, duration. */
export function requestPanels(component: Component): Panel[] {
  const { metrics, requests, errors, quantile, byStatus } =
    redExpressions(component);
  const objective = objectiveSeconds(component);
  return [
    panel('timeseries', 'Request rate', {
      id: 1,
      defaults: { unit: 'reqps', min: 0 },
      custom: { fillOpacity: 10 },
      options: legend(),
      targets: [prom(requests, 'requests')],
    }),
    panel('timeseries', 'p95 by route', {
      id: RED_PANELS.byRoute,
      description: `95 of 100 requests are answered faster. The objective is ${
        objective * 1000
      } ms.`,
      defaults: {
        unit: 's',
        min: 0,
        thresholds: thresholds([null, 'transparent'], [objective, 'red']),
      },
      custom: { thresholdsStyle: { mode: 'line' }, lineWidth: 2 },
      options: legend(['lastNotNull', 'max'], 'bottom'),
      targets: [prom(quantile(0.95, [metrics.route]), `{{${metrics.route}}}`)],
    }),
    panel('timeseries', 'Error ratio', {
      id: RED_PANELS.errorRatio,
      defaults: {
        unit: 'percentunit',
        min: 0,
        thresholds: thresholds(
          [null, 'green'],
          [0.01, 'orange'],
          [0.05, 'red'],
        ),
        color: fixed('red'),
      },
      custom: { thresholdsStyle: { mode: 'dashed' }, fillOpacity: 20 },
      options: legend(),
      targets: [prom(errors, 'failed')],
    }),
    panel('timeseries', 'p50, p95 and p99', {
      id: RED_PANELS.latency,
      defaults: { unit: 's', min: 0 },
      options: legend(['mean', 'max']),
      targets: [0.5, 0.95, 0.99].map(one =>
        prom(quantile(one), `p${one * 100}`),
      ),
    }),
    panel('timeseries', 'Status codes', {
      id: 6,
      defaults: { unit: 'reqps' },
      custom: STACKED,
      overrides: [
        ofName('500', { color: fixed('red') }),
        ofName('404', { color: fixed('orange') }),
      ],
      options: legend(['sum'], 'right'),
      targets: [prom(byStatus, `{{${metrics.status}}}`)],
    }),
  ];
}

/** What the pods use of what they may. */
export function saturationPanels(component: Component): Panel[] {
  const { metrics, workload } = redExpressions(component);
  const { memory, pool } = metrics;
  const database = component.uses.find(one => one.endsWith('-db'));
  const connections = pool && [
    panel('timeseries', `Connections to ${database}`, {
      id: RED_PANELS.connections,
      description: 'Of the busiest pod, and how many it may have.',
      defaults: { unit: 'short', min: 0, max: 60 },
      custom: { fillOpacity: 40, lineWidth: 1 },
      overrides: [
        ofName('max', {
          'custom.fillOpacity': 0,
          'custom.lineStyle': { fill: 'dash', dash: [10, 10] },
          color: fixed('red'),
        }),
      ],
      options: legend(['lastNotNull']),
      targets: [
        prom(`max(${pool.used})`, 'used'),
        prom(`max(${pool.max})`, 'max'),
      ],
    }),
  ];
  return [
    ...(connections ?? []),
    panel('timeseries', 'Memory of its limit', {
      id: 7,
      defaults: {
        unit: 'percentunit',
        min: 0,
        max: 1,
        thresholds: thresholds([null, 'transparent'], [0.9, 'red']),
      },
      custom: { thresholdsStyle: { mode: 'area' } },
      options: legend(['max'], 'right'),
      targets: [
        prom(
          `max by (pod) (${memory.used}) / max by (pod) (${memory.limit})`,
          '{{pod}}',
        ),
      ],
    }),
    panel('timeseries', 'CPU', {
      id: 8,
      defaults: { unit: 'none', decimals: 2, min: 0 },
      custom: { axisLabel: 'cores' },
      options: legend(['mean'], 'right'),
      targets: [
        prom(
          `sum by (pod) (rate(container_cpu_usage_seconds_total{${workload}}${RATE}))`,
          '{{pod}}',
        ),
      ],
    }),
    panel('stat', 'Pods that answer', {
      id: 9,
      w: 4,
      h: 4,
      defaults: {
        unit: 'none',
        decimals: 0,
        color: { mode: 'thresholds' },
        thresholds: thresholds([null, 'red'], [1, 'green']),
      },
      options: { ...reduce(), colorMode: 'value', graphMode: 'area' },
      targets: [prom(`sum(up{${workload}})`, 'up')],
    }),
    panel('stat', 'Requests in 24 hours', {
      id: 10,
      w: 4,
      h: 4,
      defaults: { unit: 'short' },
      options: { ...reduce(), colorMode: 'none', graphMode: 'none' },
      more: { timeFrom: '24h' },
      targets: [
        promNow(
          `sum(increase(${metrics.count}{${workload}}[$__range]))`,
          'requests',
        ),
      ],
    }),
  ];
}
