import { dashboard } from '../build/dashboard';
import { legend, reduce } from '../build/looks';
import { panel, type Panel } from '../build/panel';
import { prom } from '../build/targets';

const SERVICES = [
  'orders',
  'cart',
  'web',
  'payments',
  'public-api',
  'inventory',
];
const COUNT = 'http_server_request_duration_seconds_count';
const BUCKETS = 'http_server_request_duration_seconds_bucket';

const of = (service: string) => `service="${service}",environment="production"`;

/** Twenty panels over different queries, some with many series: what loading a page is measured with. */
export function benchDashboard() {
  return dashboard({
    uid: 'bench-20-panels',
    title: 'Bench / 20 panels',
    tags: ['bench'],
    folderUid: 'platform',
    sections: [{ panels: [...SERVICES.flatMap(ofService), ...ofAll()] }],
  });
}

function ofService(service: string): Panel[] {
  const chart = (title: string, unit: string, expr: string, format: string) =>
    panel('timeseries', `${service}: ${title}`, {
      defaults: { unit },
      options: legend(['mean', 'max']),
      targets: [prom(expr, format)],
    });
  return [
    chart(
      'requests',
      'reqps',
      `sum by (http_route) (rate(${COUNT}{${of(service)}}[$__rate_interval]))`,
      '{{http_route}}',
    ),
    chart(
      'p95',
      's',
      `histogram_quantile(0.95, sum by (pod, le) (rate(${BUCKETS}{${of(
        service,
      )}}[$__rate_interval])))`,
      '{{pod}}',
    ),
    panel('stat', `${service}: requests a second`, {
      defaults: { unit: 'reqps' },
      options: { ...reduce('mean'), graphMode: 'area' },
      targets: [
        prom(
          `sum(rate(${COUNT}{${of(service)}}[$__rate_interval]))`,
          'requests',
        ),
      ],
    }),
  ];
}

function ofAll(): Panel[] {
  return [
    panel('timeseries', 'Ten busiest services', {
      w: 12,
      defaults: { unit: 'reqps' },
      options: legend(['mean'], 'right'),
      targets: [
        prom(
          `topk(10, sum by (service) (rate(${COUNT}{environment="production"}[$__rate_interval])))`,
          '{{service}}',
        ),
      ],
    }),
    panel('timeseries', 'Memory of pods', {
      w: 12,
      defaults: { unit: 'bytes' },
      options: legend(['lastNotNull'], 'right'),
      targets: [
        prom(
          `container_memory_working_set_bytes{namespace="customer-services",service=~"orders|cart"}`,
          '{{pod}}',
        ),
      ],
    }),
  ];
}
