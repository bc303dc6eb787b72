import { alignRange, roomFor } from './alignRange';
import { rateIntervalMs, spanMs, stepOf } from './interval';

const HOUR = 3_600_000;

describe('stepOf', () => {
  it.each([
    // An hour in 300 points is 12 s, which reads better as 10 s.
    [HOUR, 300, undefined, 10_000, '10s'],
    [HOUR, 300, '15s', 15_000, '15s'],
    [HOUR, 300, '>1m', 60_000, '1m'],
    [6 * HOUR, 300, undefined, 60_000, '1m'],
    [24 * HOUR, 1000, undefined, 60_000, '1m'],
    [7 * 24 * HOUR, 300, undefined, 1_800_000, '30m'],
    [90 * 24 * HOUR, 1000, undefined, 7_200_000, '2h'],
    [1000, 1000, undefined, 1, '1ms'],
    [HOUR, 300, 'often', 10_000, '10s'],
  ])(
    'of %i ms in %i points, least %s, is %i ms',
    (to, points, least, stepMs, text) => {
      expect(stepOf({ from: 0, to, points, least })).toEqual({ stepMs, text });
    },
  );
});

describe('rateIntervalMs', () => {
  it.each([
    [15_000, 15_000, 60_000], // four scrapes
    [60_000, 15_000, 75_000], // a step and a scrape
    [60_000, 30_000, 120_000],
    [15_000, undefined, 60_000],
  ])('of a step of %i and scrapes every %s is %i', (step, scrape, rate) => {
    expect(rateIntervalMs(step, scrape)).toBe(rate);
  });

  it('reads spans as Grafana writes them', () => {
    expect(['30s', '1m', '500ms', '1h', ''].map(spanMs)).toEqual([
      30_000,
      60_000,
      500,
      HOUR,
      undefined,
    ]);
  });
});

describe('alignRange', () => {
  it('lets people who come within a step ask the same', () => {
    const first = alignRange({ from: 60_001, to: HOUR + 1 }, 15_000);
    const second = alignRange({ from: 74_999, to: HOUR + 14_999 }, 15_000);
    expect(first).toEqual({ from: 60_000, to: HOUR });
    expect(second).toEqual(first);
  });

  it('keeps a range of less than a step', () => {
    expect(alignRange({ from: 1, to: 2 }, 1000)).toEqual({ from: 0, to: 1000 });
  });

  it('has few sizes of windows, and a greatest', () => {
    expect([310, 390, 20, 9999].map(it => roomFor(it, 1500))).toEqual([
      400, 400, 50, 1500,
    ]);
  });
});
