import { dashboard } from '../build/dashboard';
import { legend, reduce, thresholds } from '../build/looks';
import { panel } from '../build/panel';
import { prom, promNow } from '../build/targets';
import { MULTI, queryVariable } from '../build/variables';

const OF = 'service=~"$service",environment="$environment"';
const HEAP = `process_runtime_memory_heap_used_bytes{${OF}}`;
const LIMIT = `process_runtime_memory_heap_limit_bytes{${OF}}`;

/** The heap and the processor of what runs on Node.js, by service and pod. */
export function nodejsDashboard() {
  return dashboard({
    uid: 'nodejs-runtime',
    title: 'Node.js runtime',
    tags: ['golden-path', 'nodejs'],
    folderUid: 'platform',
    variables: [
      queryVariable(
        'environment',
        'label_values(up, environment)',
        'production',
      ),
      queryVariable(
        'service',
        'label_values(process_runtime_memory_heap_used_bytes{environment="$environment"}, service)',
        ['orders'],
        { ...MULTI },
      ),
    ],
    sections: [
      {
        title: '$service',
        repeat: 'service',
        panels: [
          panel('timeseries', 'Heap used', {
            w: 10,
            defaults: { unit: 'bytes', min: 0 },
            custom: { fillOpacity: 10 },
            options: legend(['lastNotNull', 'max']),
            targets: [prom(`sum by (pod) (${HEAP})`, '{{pod}}')],
          }),
          panel('gauge', 'Fullest heap', {
            w: 4,
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
            options: { ...reduce(), showThresholdMarkers: true },
            targets: [promNow(`max(${HEAP} / ${LIMIT})`, 'heap')],
          }),
          panel('timeseries', 'Processor', {
            w: 10,
            defaults: { unit: 'percentunit', min: 0 },
            options: legend(['mean']),
            targets: [
              prom(
                `sum by (pod) (rate(container_cpu_usage_seconds_total{${OF}}[$__rate_interval]))`,
                '{{pod}}',
              ),
            ],
          }),
        ],
      },
    ],
  });
}
