import type { JsonObject } from '../../datasources';
import { legend, thresholds } from '../build/looks';
import { panel, type Panel } from '../build/panel';
import { csv } from '../build/targets';
import { ORDERS, PAYMENTS, timeCsv } from './values';

const STATES: JsonObject[] = [
  {
    type: 'value',
    options: {
      up: { text: 'Up', color: 'green', index: 0 },
      slow: { text: 'Slow', color: 'orange', index: 1 },
      down: { text: 'Down', color: 'red', index: 2 },
    },
  },
];

/** What was in which state, and when. */
export function statePanels(): Panel[] {
  const services = csv(
    timeCsv({
      orders: [
        'up',
        'up',
        'up',
        'slow',
        'slow',
        'up',
        'up',
        'down',
        'up',
        'up',
        'up',
        'up',
        'up',
      ],
      payments: [
        'up',
        'up',
        'up',
        'up',
        'up',
        'up',
        null,
        null,
        'up',
        'up',
        'slow',
        'up',
        'up',
      ],
    }),
  );
  const load = csv(timeCsv({ orders: ORDERS, payments: PAYMENTS }));
  const limits = {
    color: { mode: 'thresholds' },
    thresholds: thresholds([null, 'green'], [15, 'orange'], [25, 'red']),
  };
  return [
    panel('state-timeline', 'States over time', {
      w: 12,
      h: 6,
      targets: [services],
      defaults: { mappings: STATES },
      custom: { fillOpacity: 70, lineWidth: 0 },
      options: {
        mergeValues: true,
        showValue: 'auto',
        alignValue: 'left',
        rowHeight: 0.9,
        ...legend(),
      },
    }),
    panel('state-timeline', 'States by thresholds, not merged', {
      w: 12,
      h: 6,
      targets: [load],
      defaults: limits,
      options: {
        mergeValues: false,
        showValue: 'always',
        rowHeight: 0.8,
        ...legend(),
      },
    }),
    panel('status-history', 'Status history', {
      w: 12,
      h: 6,
      targets: [services],
      defaults: { mappings: STATES },
      options: {
        showValue: 'auto',
        colWidth: 0.9,
        rowHeight: 0.9,
        ...legend(),
      },
    }),
    panel('status-history', 'Status history of numbers', {
      w: 12,
      h: 6,
      targets: [load],
      defaults: limits,
      options: {
        showValue: 'never',
        colWidth: 0.8,
        rowHeight: 0.9,
        ...legend(),
      },
    }),
  ];
}
