import { legend, reduce } from '../build/looks';
import { libraryPanel, panel, type Panel } from '../build/panel';
import { csv, loki, prom, testdata } from '../build/targets';
import { DELETED_PANEL } from '../shared/libraryPanels';
import { orders } from './values';

const chart = (title: string, ...targets: object[]): Panel =>
  panel('timeseries', title, {
    h: 6,
    options: legend(),
    targets: targets.map(target => ({ ...target })),
  });

/** Panels that can not be shown, each for a reason of its own. */
export function brokenPanels(): Panel[] {
  const removed = { type: 'prometheus', uid: 'removed-datasource' };
  return [
    chart(
      'Data source was removed',
      prom('up', '__auto', { datasource: removed }),
    ),
    chart('Nothing in the result', prom('metric_that_nobody_has')),
    chart('Nothing at all', testdata('no_data_points')),
    chart('No query'),
    chart(
      'Query makes no sense',
      prom('sum(rate(up[5m])', '__auto', { brokenOnPurpose: true }),
    ),
    chart('Query of logs makes no sense', loki('{service="orders"} | json |')),
    chart('The data source fails', testdata('server_error_500')),
    chart(
      'One query fails, one answers',
      orders(),
      testdata('server_error_500'),
    ),
    chart(
      'Slower than anybody waits',
      testdata('slow_query', { stringInput: '40s' }),
    ),
    panel('timeseries', 'Too large', {
      h: 6,
      targets: [testdata('random_walk', { seriesCount: 1500 })],
      more: { maxDataPoints: 1500, interval: '1s' },
    }),
    libraryPanel(DELETED_PANEL, { h: 6 }),
    panel('stat', 'Field that is not there', {
      h: 6,
      targets: [csv('value\n1')],
      options: {
        ...reduce(),
        reduceOptions: {
          calcs: ['lastNotNull'],
          fields: '/^missing$/',
          values: false,
        },
      },
    }),
    panel('table', 'Transformation that nobody knows', {
      h: 6,
      targets: [csv('value\n1')],
      transformations: [{ id: 'acmeMagic', options: {} }],
    }),
  ];
}
