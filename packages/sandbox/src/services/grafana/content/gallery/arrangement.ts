import type { JsonObject } from '../../datasources';
import { legend, reduce } from '../build/looks';
import type { Section } from '../build/layout';
import { libraryPanel, panel } from '../build/panel';
import { csv, prom } from '../build/targets';
import { SHARED_NUMBER } from '../shared/libraryPanels';
import { orders } from './values';

const UP = 'sum(up{service="$service",environment="$environment"})';

/** Panels and rows that come again for each value, panels of the library, and panels with a time of their own. */
export function arrangementSections(): Section[] {
  const repeated = (title: string, more: JsonObject, w = 6) =>
    panel('stat', title, {
      w,
      h: 4,
      options: { ...reduce(), graphMode: 'none' },
      targets: [prom('up{pod="$pod"}', '$pod')],
      more: { repeat: 'pod', ...more },
    });
  const ownTime = (title: string, more: JsonObject) =>
    panel('timeseries', title, {
      h: 6,
      options: legend(),
      targets: [prom(UP, 'pods')],
      more,
    });
  return [
    {
      title: 'Arrangement',
      panels: [
        libraryPanel(SHARED_NUMBER, { w: 6, h: 6 }),
        panel('stat', 'Transparent', {
          w: 6,
          h: 6,
          options: reduce(),
          targets: [orders()],
          more: { transparent: true },
        }),
        panel('stat', 'With a description and a link', {
          w: 6,
          h: 6,
          description: 'What **this** shows.',
          options: reduce(),
          targets: [orders()],
          more: {
            links: [
              {
                title: 'Runbook',
                url: 'https://example.com/runbook?service=$service',
                targetBlank: true,
              },
            ],
          },
        }),
        panel('stat', 'One query hidden', {
          w: 6,
          h: 6,
          options: { ...reduce(), textMode: 'value_and_name' },
          targets: [orders(), csv('secret\n1', { hide: true })],
        }),
        ownTime('The last hour', { timeFrom: '1h' }),
        ownTime('A day earlier', { timeShift: '1d' }),
        ownTime('Two hours, a week earlier, not said', {
          timeFrom: '2h',
          timeShift: '1w',
          hideTimeOverride: true,
        }),
        panel('timeseries', 'Few points', {
          h: 6,
          targets: [prom(UP, 'pods')],
          more: { maxDataPoints: 20, interval: '10m' },
        }),
        panel('table', 'What another panel asked', {
          h: 6,
          datasource: { type: 'datasource', uid: '-- Dashboard --' },
          targets: [
            {
              datasource: { type: 'datasource', uid: '-- Dashboard --' },
              panelId: 1,
            },
          ],
        }),
        panel('stat', 'An expression of Grafana', {
          h: 6,
          options: reduce(),
          targets: [
            csv('value\n3', { hide: true }),
            {
              datasource: { type: '__expr__', uid: '__expr__' },
              type: 'math',
              expression: '$A * 2',
            },
          ],
        }),
      ],
    },
    {
      title: 'Repeated side by side',
      panels: [repeated('Pod $pod', { repeatDirection: 'h', maxPerRow: 3 }, 8)],
    },
    {
      title: 'Repeated below each other',
      panels: [repeated('Pod $pod, below', { repeatDirection: 'v' }, 12)],
    },
    {
      title: 'Row for $team',
      repeat: 'team',
      panels: [
        panel('text', 'Team $team', {
          w: 12,
          h: 3,
          options: { mode: 'markdown', content: 'This is **$team**.' },
        }),
      ],
    },
    {
      title: 'A row that is closed',
      collapsed: true,
      panels: [
        panel('stat', 'Seen once it is open', {
          options: reduce(),
          targets: [orders()],
        }),
      ],
    },
  ];
}
