import type { JsonObject } from '../../datasources';
import { panel, type Panel } from '../build/panel';
import { prom, promNow } from '../build/targets';
import { legend, reduce } from '../build/looks';
import {
  adhocVariable,
  constantVariable,
  customVariable,
  datasourceVariable,
  intervalVariable,
  MULTI,
  queryVariable,
  textVariable,
} from '../build/variables';

/** One of each kind, chained where one depends on another. */
export function galleryVariables(): JsonObject[] {
  return [
    datasourceVariable('datasource', 'prometheus', {
      name: 'Prometheus',
      uid: 'prometheus',
    }),
    queryVariable('service', 'label_values(up, service)', 'orders', {
      label: 'Service',
      description: 'What runs',
    }),
    queryVariable(
      'environment',
      'label_values(up{service="$service"}, environment)',
      'production',
    ),
    queryVariable(
      'pod',
      'label_values(up{service="$service",environment="$environment"}, pod)',
      '$__all',
      { ...MULTI, label: 'Pods' },
    ),
    queryVariable(
      'version',
      'query_result(sum by (service) (up{service=~"o.*"}))',
      'orders',
      { regex: '/service="(?<text>[^"]+)"/', sort: 2, hide: 1 },
    ),
    queryVariable(
      'metric',
      'metrics(^db_client)',
      'db_client_connections_max',
      { sort: 0 },
    ),
    customVariable(
      'team',
      "Commerce : commerce, Payments : payments, a.b, it's",
      ['commerce', 'a.b'],
      { multi: true, includeAll: true, label: 'Team' },
    ),
    customVariable('quantile', '0.5,0.95,0.99', '0.95'),
    constantVariable('cluster', 'mini-org-production'),
    intervalVariable('interval', '1m,5m,15m,1h', '$__auto', {
      auto: true,
      auto_count: 30,
      auto_min: '10s',
    }),
    textVariable('search', 'error'),
    adhocVariable('Filters', [
      { key: 'environment', operator: '=', value: 'production' },
    ]),
  ];
}

const FORMATS = [
  'regex',
  'pipe',
  'csv',
  'json',
  'distributed',
  'lucene',
  'percentencode',
  'singlequote',
  'doublequote',
  'sqlstring',
  'glob',
  'raw',
  'text',
  'queryparam',
];

/** Panels that show how variables are filled in. */
export function variablePanels(): Panel[] {
  const of = 'service="$service",environment="$environment"';
  const requests = `http_server_request_duration_seconds_count{${of}}`;
  const chart = (title: string, expr: string, legendFormat = '{{pod}}') =>
    panel('timeseries', title, {
      w: 12,
      h: 6,
      options: legend(),
      targets: [
        prom(expr, legendFormat, {
          datasource: { type: 'prometheus', uid: '${datasource}' },
        }),
      ],
    });
  return [
    chart(
      '$service in $environment by pod',
      `sum by (pod) (rate(${requests.replace(
        '}',
        ',pod=~"$pod"}',
      )}[$__rate_interval]))`,
    ),
    chart(
      'Averaged over $interval',
      `sum(rate(${requests}[$interval]))`,
      '$service',
    ),
    chart(
      'Quantile ${quantile} of [[service]]',
      `histogram_quantile($quantile, sum by (le) (rate(http_server_request_duration_seconds_bucket{${of}}[$__rate_interval])))`,
      'p$quantile',
    ),
    panel('stat', 'Requests in ${__range_s} s', {
      w: 6,
      h: 6,
      options: { ...reduce(), graphMode: 'none' },
      targets: [promNow(`sum(increase(${requests}[$__range]))`, 'requests')],
    }),
    panel('stat', 'Series of $metric', {
      w: 6,
      h: 6,
      options: { ...reduce(), graphMode: 'none' },
      targets: [promNow('count($metric)', '$metric')],
    }),
    panel('text', 'Formats of a variable', {
      w: 24,
      h: 9,
      options: {
        mode: 'markdown',
        content: [
          ...FORMATS.map(format => `- ${format}: \`\${team:${format}}\``),
          '- date: `${__from:date:YYYY-MM-DD}` to `${__to:date:iso}`',
          '- seconds: `${__from:date:seconds}`',
          '- the dashboard: $__dashboard in $cluster, search: ${search}',
        ].join('\n'),
      },
    }),
  ];
}
