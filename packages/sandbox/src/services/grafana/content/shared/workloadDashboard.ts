import { dashboard } from '../build/dashboard';
import { legend, ofName, reduce, thresholds } from '../build/looks';
import { panel } from '../build/panel';
import { prom, promNow } from '../build/targets';
import { datasourceVariable, MULTI, queryVariable } from '../build/variables';

const CHOSEN = { type: 'prometheus', uid: '${datasource}' };
const WORKLOAD = 'namespace="$namespace",service="$workload"';
const OF_PODS = `${WORKLOAD},pod=~"$pod"`;

const onChosen = { datasource: CHOSEN };

/** Pods of one workload: chained variables, and a panel and a row for each of several values. */
export function workloadDashboard() {
  return dashboard({
    uid: 'kubernetes-workload',
    title: 'Kubernetes / Workload',
    tags: ['golden-path', 'kubernetes'],
    folderUid: 'platform',
    variables: [
      datasourceVariable('datasource', 'prometheus', {
        name: 'Prometheus',
        uid: 'prometheus',
      }),
      queryVariable(
        'namespace',
        'label_values(up, namespace)',
        'customer-services',
        onChosen,
      ),
      queryVariable(
        'workload',
        'label_values(up{namespace="$namespace"}, service)',
        'orders',
        onChosen,
      ),
      queryVariable('pod', `label_values(up{${WORKLOAD}}, pod)`, '$__all', {
        ...MULTI,
        ...onChosen,
      }),
    ],
    sections: [
      {
        title: '$workload in $namespace',
        panels: [
          panel('timeseries', 'CPU', {
            w: 12,
            defaults: { unit: 'none', decimals: 3, min: 0 },
            options: legend(['mean', 'max'], 'right'),
            targets: [
              prom(
                `sum by (pod) (rate(container_cpu_usage_seconds_total{${OF_PODS}}[$__rate_interval]))`,
                '{{pod}}',
                onChosen,
              ),
            ],
          }),
          panel('timeseries', 'Memory', {
            w: 12,
            defaults: { unit: 'bytes', min: 0 },
            overrides: [
              ofName('limit', {
                'custom.lineStyle': { fill: 'dash', dash: [10, 10] },
                'custom.fillOpacity': 0,
              }),
            ],
            options: legend(['lastNotNull', 'max'], 'right'),
            targets: [
              prom(
                `sum by (pod) (container_memory_working_set_bytes{${OF_PODS}})`,
                '{{pod}}',
                onChosen,
              ),
              prom(
                `max(kube_pod_container_resource_limits{${OF_PODS},resource="memory"})`,
                'limit',
                onChosen,
              ),
            ],
          }),
          panel('table', 'Pods', {
            w: 24,
            targets: [
              promNow(`up{${OF_PODS}}`, '__auto', {
                ...onChosen,
                format: 'table',
              }),
              promNow(
                `container_memory_working_set_bytes{${OF_PODS}}`,
                '__auto',
                { ...onChosen, format: 'table' },
              ),
              promNow(
                `resets(container_cpu_usage_seconds_total{${OF_PODS}}[$__range])`,
                '__auto',
                {
                  ...onChosen,
                  format: 'table',
                },
              ),
            ],
            transformations: [
              {
                id: 'filterFieldsByName',
                options: {
                  include: {
                    names: ['pod', 'node', 'Value #A', 'Value #B', 'Value #C'],
                  },
                },
              },
              { id: 'merge', options: {} },
              {
                id: 'organize',
                options: {
                  excludeByName: {},
                  indexByName: { pod: 0 },
                  renameByName: {
                    'Value #A': 'Answers',
                    'Value #B': 'Memory',
                    'Value #C': 'Restarts',
                    pod: 'Pod',
                  },
                },
              },
            ],
            overrides: [
              ofName('Memory', { unit: 'bytes' }),
              ofName('Answers', {
                mappings: [
                  {
                    type: 'value',
                    options: {
                      '0': { text: 'no', color: 'red', index: 1 },
                      '1': { text: 'yes', color: 'green', index: 0 },
                    },
                  },
                ],
                'custom.cellOptions': { type: 'color-text' },
              }),
            ],
          }),
        ],
      },
      {
        title: 'Pod by pod',
        panels: [
          panel('gauge', '$pod', {
            w: 6,
            h: 6,
            defaults: {
              unit: 'percentunit',
              min: 0,
              max: 1,
              thresholds: thresholds(
                [null, 'green'],
                [0.8, 'orange'],
                [0.9, 'red'],
              ),
            },
            options: {
              ...reduce(),
              showThresholdMarkers: true,
              showThresholdLabels: false,
            },
            more: { repeat: 'pod', repeatDirection: 'h', maxPerRow: 4 },
            targets: [
              promNow(
                `max(container_memory_working_set_bytes{${WORKLOAD},pod="$pod"}) / max(kube_pod_container_resource_limits{${WORKLOAD},pod="$pod",resource="memory"})`,
                'memory',
                onChosen,
              ),
            ],
          }),
        ],
      },
    ],
  });
}
