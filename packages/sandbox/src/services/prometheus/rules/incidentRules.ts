import { anyLibrary, type RequestMetrics } from './requestMetrics';
import type { AlertingRule, Severity } from './Rule';

const BY = 'sum by (service, environment)';
const MAX_BY_POD = 'max by (service, environment, namespace, pod)';

/** Few requests want a long look: two errors of ten are no trend. */
const ERROR_WINDOWS = [
  { window: '1m', requestsPerSecond: 5 },
  { window: '5m', requestsPerSecond: 0.2 },
];

function failing(
  { count, status }: RequestMetrics,
  selector: string,
  { window, requestsPerSecond }: (typeof ERROR_WINDOWS)[number],
): string {
  const all = `${BY} (rate(${count}{${selector}}[${window}]))`;
  const failed = `${BY} (rate(${count}{${selector},${status}=~"5.."}[${window}]))`;
  return `(${failed} / ${all} > 0.05 and ${all} > ${requestsPerSecond})`;
}

type Links = Record<string, string>;

function rule(
  alert: string,
  expr: string,
  severity: Severity,
  annotations: Record<string, string>,
): AlertingRule {
  return { alert, expr, for: '1m', labels: { severity }, annotations };
}

/**
 * The alert on requests that fail.
 *
 * @param selector which services, as label matchers
 * @param links annotations that lead to more
 */
export function outageRule(
  selector: string,
  severity: Severity,
  links: Links,
): AlertingRule {
  return rule(
    'ServiceErrorRatioHigh',
    anyLibrary(metrics =>
      ERROR_WINDOWS.map(window => failing(metrics, selector, window)).join(
        ' or ',
      ),
    ),
    severity,
    {
      summary: '{{ $labels.service }} fails',
      description:
        '{{ $value | humanizePercentage }} of the requests to {{ $labels.service }} in {{ $labels.environment }} fail with a 5xx.',
      ...links,
    },
  );
}

/**
 * Alerts on what goes wrong with any service while its users are served.
 *
 * @param selector which services, as label matchers
 * @param links annotations that lead to more
 */
export function incidentRules(selector: string, links: Links): AlertingRule[] {
  const warning = (
    alert: string,
    expr: string,
    summary: string,
    description: string,
  ) => rule(alert, expr, 'warning', { summary, description, ...links });
  const limit = `${MAX_BY_POD} (kube_pod_container_resource_limits{${selector},resource="memory"})`;

  return [
    warning(
      'TrafficMissing',
      anyLibrary(
        ({ count }) =>
          `(${BY} (rate(${count}{${selector}}[2m])) == 0 and ${BY} (rate(${count}{${selector}}[30m] offset 1h)) > 0.2)`,
      ),
      'Nobody asks {{ $labels.service }}',
      '{{ $labels.service }} in {{ $labels.environment }} gets no requests; an hour ago it did.',
    ),
    rule(
      'TargetMissing',
      // Looks back in steps, so that it does not end by itself while nobody mends it.
      `count by (service, environment) (${['10m', '1h', '6h', '1d']
        .map(ago => `up{${selector}} offset ${ago}`)
        .join(
          ' or ',
        )}) unless count by (service, environment) (count_over_time(up{${selector}}[1m]))`,
      // Says that nobody can tell, not that anything is wrong.
      'info',
      {
        summary: 'No metrics of {{ $labels.service }}',
        description:
          'Prometheus finds no pod of {{ $labels.service }} in {{ $labels.environment }} any more.',
        ...links,
      },
    ),
    warning(
      'TargetDown',
      `count by (service, environment) (up{${selector}} == 0)`,
      'Pods of {{ $labels.service }} do not answer',
      '{{ $value }} pods of {{ $labels.service }} in {{ $labels.environment }} do not answer Prometheus.',
    ),
    warning(
      'PodOomKilled',
      `${MAX_BY_POD} (resets(container_cpu_usage_seconds_total{${selector}}[15m])) > 0 and ${MAX_BY_POD} (max_over_time(container_memory_working_set_bytes{${selector}}[15m])) / ${limit} > 0.8`,
      '{{ $labels.pod }} is killed for memory',
      'The container of {{ $labels.pod }} has restarted {{ $value }} times in 15 minutes, with its memory at the limit.',
    ),
    warning(
      'HeapNearLimit',
      [
        `${MAX_BY_POD} (process_runtime_memory_heap_used_bytes{${selector}} / process_runtime_memory_heap_limit_bytes)`,
        `${MAX_BY_POD} (jvm_memory_used_bytes{${selector},area="heap"} / jvm_memory_max_bytes)`,
        `${MAX_BY_POD} (container_memory_working_set_bytes{${selector}}) / ${limit}`,
      ]
        .map(expr => `(${expr} > 0.9)`)
        .join('\nor\n'),
      'The memory of {{ $labels.pod }} is nearly full',
      '{{ $labels.pod }} uses {{ $value | humanizePercentage }} of the memory that it may.',
    ),
  ];
}
