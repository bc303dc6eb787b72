import type { PanelModel } from '../reading/DashboardModel';
import { overrideTime } from './overrideTime';
import { ownTime, readRange } from './readRange';
import { momentOf } from './timeMath';

const now = new Date('2026-11-21T14:35:10.500Z'); // a Saturday
const limits = { now, rangeDays: 90 };

/** https://grafana.com/docs/grafana/latest/visualizations/dashboards/use-dashboards/#time-units-and-relative-ranges */
it.each([
  ['now', '2026-11-21T14:35:10.500Z', '2026-11-21T14:35:10.500Z'],
  ['now-5m', '2026-11-21T14:30:10.500Z', '2026-11-21T14:30:10.500Z'],
  ['now-1h30m', undefined, undefined],
  ['now/d', '2026-11-21T00:00:00.000Z', '2026-11-21T23:59:59.999Z'],
  ['now-1d/d', '2026-11-20T00:00:00.000Z', '2026-11-20T23:59:59.999Z'],
  ['now/w', '2026-11-16T00:00:00.000Z', '2026-11-22T23:59:59.999Z'],
  ['now-1M/M', '2026-10-01T00:00:00.000Z', '2026-10-31T23:59:59.999Z'],
  ['now/y', '2026-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z'],
  ['now-1y', '2025-11-21T14:35:10.500Z', '2025-11-21T14:35:10.500Z'],
  ['1795269600000', '2026-11-21T14:00:00.000Z', '2026-11-21T14:00:00.000Z'],
  [
    '2026-11-20T00:00:00Z',
    '2026-11-20T00:00:00.000Z',
    '2026-11-20T00:00:00.000Z',
  ],
  ['soon', undefined, undefined],
])('%s means %s, and as an end %s', (text, start, end) => {
  expect(momentOf(text, now)?.toISOString()).toBe(start);
  expect(momentOf(text, now, true)?.toISOString()).toBe(end);
});

it('takes away a month from the last day of one', () => {
  const march = new Date('2026-03-31T12:00:00Z');
  expect(momentOf('now-1M', march)?.toISOString()).toBe(
    '2026-02-28T12:00:00.000Z',
  );
});

it('takes what ends tonight, and cuts a dashboard that wants a year', () => {
  expect(readRange({ from: 'now/d', to: 'now/d' }, limits).to).toEqual(
    new Date('2026-11-21T23:59:59.999Z'),
  );
  expect(ownTime({ from: 'now-1y', to: 'now' }, limits)).toEqual({
    from: 'now-90d',
    to: 'now',
  });
  const day = { from: 'now-1d', to: 'now' };
  expect(ownTime(day, limits)).toEqual(day);
});

it.each<[Partial<PanelModel>, string, string, string | undefined]>([
  [{}, '2026-11-21T08:35:10.500Z', '2026-11-21T14:35:10.500Z', undefined],
  [
    { timeFrom: '24h' },
    '2026-11-20T14:35:10.500Z',
    '2026-11-21T14:35:10.500Z',
    'Last 24 hours',
  ],
  [
    { timeShift: '1w' },
    '2026-11-14T08:35:10.500Z',
    '2026-11-14T14:35:10.500Z',
    '1 week earlier',
  ],
  [
    { timeFrom: '1h', timeShift: '1d' },
    '2026-11-20T13:35:10.500Z',
    '2026-11-20T14:35:10.500Z',
    'Last 1 hour, 1 day earlier',
  ],
  [
    { timeFrom: 'now/d', hideTimeOverride: true },
    '2026-11-21T00:00:00.000Z',
    '2026-11-21T14:35:10.500Z',
    undefined,
  ],
  [
    { timeFrom: 'often' },
    '2026-11-21T08:35:10.500Z',
    '2026-11-21T14:35:10.500Z',
    'Not a time: often',
  ],
])('a panel with %j', (panel, from, to, timeInfo) => {
  const range = readRange({ from: 'now-6h', to: 'now' }, limits);
  const own = overrideTime(panel as PanelModel, range, now, {
    values: new Map(),
  });
  expect([
    own.range.from.toISOString(),
    own.range.to.toISOString(),
    own.timeInfo,
  ]).toEqual([from, to, timeInfo]);
});
