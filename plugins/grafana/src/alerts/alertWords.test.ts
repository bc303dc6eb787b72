import { latencyHigh, ordersAlerts, rule } from '../__testUtils__/orders';
import { alertSentence, isMuted } from './alertWords';

const silence = {
  id: 's1',
  createdBy: 'Priya',
  comment: 'known',
  startsAt: '2026-11-20T14:00:00Z',
  endsAt: '2026-11-20T16:00:00Z',
  url: 'http://grafana/silences/s1',
  own: true,
};
const failure = {
  instance: 'mini-org',
  problem: 'GrafanaTimeoutError',
  message: 'no answer',
};

describe('alerts in a sentence', () => {
  const muted = {
    ...latencyHigh,
    silences: [silence],
    instances: latencyHigh.instances.map(it => ({ ...it, silenced: true })),
  };
  it.each([
    [
      [latencyHigh, rule({ name: 'b' })],
      '1 of 2 alert rules firing. ',
      'degraded',
    ],
    [
      [{ ...latencyHigh, labels: { severity: 'critical' } }],
      '1 of 1 alert rule firing. ',
      'failing',
    ],
    [
      [muted, rule({ name: 'b', state: 'error' })],
      '1 of 2 alert rules firing. 1 in error, 1 muted.',
      'degraded',
    ],
    [[rule({ name: 'b' })], 'No alert firing. 1 rule, all normal.', 'healthy'],
    [
      [rule({ name: 'b', state: 'no-data' })],
      'No alert firing. 1 rule: 1 without data.',
      'unknown',
    ],
    [[], 'No alert rules. None has the label service=orders.', 'skipped'],
  ])('case %#', (items, sentence, state) => {
    const {
      bold,
      rest,
      state: shape,
    } = alertSentence({
      ...ordersAlerts,
      items,
    });
    expect([`${bold} ${rest}`, shape]).toEqual([sentence, state]);
  });

  it('never takes silence for health', () => {
    const list = { ...ordersAlerts, items: [], failures: [failure] };
    expect(alertSentence(list)).toMatchObject({
      bold: 'Alerts are unknown.',
      state: 'unknown',
    });
  });

  it('is muted only where no firing instance goes without silence', () => {
    expect(isMuted(muted)).toBe(true);
    expect(isMuted({ ...latencyHigh, silences: [silence] })).toBe(false);
  });
});
