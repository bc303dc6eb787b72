import type { HealthPeriod } from '@portico/plugin-health-common';
import { daysOf } from './daysOf';

const now = new Date('2026-11-20T12:00:00Z');
const period = (
  from: string,
  until: string | undefined,
  state: HealthPeriod['state'],
): HealthPeriod => ({ from, until, state, headline: '' });

describe('daysOf', () => {
  it('gives each day its worst state and its uptime', () => {
    const found = daysOf(
      [
        period('2026-11-18T06:00:00Z', '2026-11-19T00:00:00Z', 'healthy'),
        period('2026-11-19T00:00:00Z', '2026-11-19T06:00:00Z', 'failing'),
        period('2026-11-19T06:00:00Z', '2026-11-19T12:00:00Z', 'degraded'),
        period('2026-11-19T12:00:00Z', '2026-11-19T18:00:00Z', 'unknown'),
        period('2026-11-19T18:00:00Z', undefined, 'healthy'),
      ],
      [],
      4,
      now,
    );
    expect(found).toEqual({
      days: [
        { day: '2026-11-17', state: 'unknown' },
        { day: '2026-11-18', state: 'healthy', uptime: 1 },
        { day: '2026-11-19', state: 'failing', uptime: 1 - 6 / 18 },
        { day: '2026-11-20', state: 'healthy', uptime: 1 },
      ],
      uptime: 1 - 6 / 48,
      knownSeconds: 48 * 3600,
    });
  });

  it('does not count the time in which nobody looked', () => {
    const { days } = daysOf(
      [period('2026-11-19T00:00:00Z', undefined, 'failing')],
      [{ from: '2026-11-20T00:00:00Z', until: '2026-11-20T12:00:00Z' }],
      2,
      now,
    );
    expect(days).toEqual([
      { day: '2026-11-19', state: 'failing', uptime: 0 },
      { day: '2026-11-20', state: 'unknown' },
    ]);
  });

  it('speaks of no uptime before a day is known', () => {
    const found = daysOf(
      [period('2026-11-20T11:00:00Z', undefined, 'failing')],
      [],
      90,
      now,
    );
    expect(found.uptime).toBeUndefined();
    expect(found.knownSeconds).toBe(3600);
  });

  it('knows nothing of what it never saw', () => {
    expect(daysOf([], [], 1, now)).toEqual({
      days: [{ day: '2026-11-20', state: 'unknown' }],
      knownSeconds: 0,
    });
  });
});
