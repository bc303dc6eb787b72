import { overviewOf, service } from '../../__testUtils__/services';
import { sentenceOf } from './sentence';

const now = new Date('2026-11-20T14:02:00Z');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const failing = (name: string) =>
  service(name, { state: 'failing', since: '2026-11-20T13:21:00Z' });

describe('the verdict over all services', () => {
  it('names the one that fails, for how long, and counts the others', () => {
    const overview = overviewOf([
      failing('payouts'),
      service('orders', { state: 'degraded' }),
      service('timesheets', { state: 'unknown' }),
      service('cart'),
    ]);
    overview.yesterday = { failing: 0, degraded: 1, unknown: 0, healthy: 62 };
    const { lead, text, rest } = sentenceOf(overview, now);
    expect(lead).toBe('1 of 4 services is failing:');
    expect(plain(text)).toBe('payouts, for 41 min. 1 is degraded, 1 unknown.');
    expect(rest).toBe('1 is healthy; yesterday at this time 62 were.');
  });

  it('names a few of many', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map(failing);
    const { lead, text, rest } = sentenceOf(overviewOf(many), now);
    expect(lead).toBe('5 of 5 services are failing:');
    expect(text).toBe('a, b, c and 2 more.');
    expect(rest).toBe('None is healthy.');
  });

  it('never counts unknown as healthy', () => {
    const { state, lead } = sentenceOf(
      overviewOf([service('a'), service('b', { state: 'unknown' })]),
      now,
    );
    expect(state).toBe('unknown');
    expect(lead).toBe('1 of 2 services is unknown:');
  });

  it('says little when all are healthy', () => {
    const { lead, text } = sentenceOf(
      overviewOf([service('a'), service('b')]),
      now,
    );
    expect(lead).toBe('All 2 services are healthy.');
    expect(text).toBe('');
  });
});
