import { madeUpDays } from '../__testUtils__/madeUp';
import { dayAfter, monthEnd } from './days';
import { findAnomalies } from './findAnomalies';
import { forecastMonth } from './forecastMonth';
import { withoutGaps, type DailyCost } from './Rhythm';

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

const sumOf = (days: DailyCost[]) =>
  days.reduce((sum, { cost }) => sum + cost, 0);
const ofMonth = (days: DailyCost[], month: string) =>
  days.filter(({ day }) => day.startsWith(month));

describe('forecastMonth', () => {
  it('is better by half than the month before, on months that it has not seen', () => {
    let own = 0;
    let plain = 0;
    let inside = 0;
    let count = 0;
    for (const seed of SEEDS) {
      const all = madeUpDays(seed);
      for (const today of ['2026-07-10', '2026-08-19', '2026-10-05']) {
        const past = all.filter(({ day }) => day <= today);
        const forecast = forecastMonth(past)!;
        const truth = sumOf(ofMonth(all, today.slice(0, 7)));
        const before = monthEnd(dayAfter(`${today.slice(0, 7)}-01`, -1));
        const last = sumOf(ofMonth(all, before.slice(0, 7)));
        own += Math.abs(forecast.expected - truth) / truth;
        plain += Math.abs(last - truth) / truth;
        inside += forecast.low <= truth && truth <= forecast.high ? 1 : 0;
        count += 1;
      }
    }
    expect(own).toBeLessThan(plain / 2);
    // Meant to hold four of five.
    expect(inside / count).toBeGreaterThan(0.7);
  });

  it('counts what comes on the first of each month once, and knows that it is spent', () => {
    const flat = (day: string) => (day.endsWith('-01') ? 310 : 10);
    let past: DailyCost[] = [];
    for (let day = '2026-07-01'; day <= '2026-10-12'; day = dayAfter(day)) {
      past = [...past, { day, cost: flat(day) }];
    }
    const { expected, days } = forecastMonth(past)!;
    expect(expected).toBeCloseTo(31 * 10 + 300, 6);
    expect(days).toHaveLength(19);
    // On the last day of a month, the month is what was spent.
    const month = past.filter(({ day }) => day <= '2026-09-30');
    expect(forecastMonth(month)).toMatchObject({ expected: 600, days: [] });
  });

  it('knows nothing of a service that is younger than a week', () => {
    expect(forecastMonth(madeUpDays(1, { count: 6 }))).toBeUndefined();
  });
});

describe('findAnomalies', () => {
  it('finds what runs away within three days, and is rarely wrong', () => {
    let foundIn = 0;
    let alarms = 0;
    for (const seed of SEEDS) {
      const begin = dayAfter('2026-04-01', seed * 3);
      const end = dayAfter(begin, 6);
      const days = madeUpDays(seed, {
        extra: (day, usual) => (day >= begin && day <= end ? usual * 0.8 : 0),
      });
      const found = findAnomalies(days);
      const hit = found.find(
        ({ from, to = '9' }) => from <= dayAfter(begin, 2) && to >= begin,
      );
      if (hit) foundIn += 1;
      alarms += found.filter(it => it !== hit).length;
    }
    expect(foundIn).toBeGreaterThanOrEqual(SEEDS.length - 1);
    // 20 services, 13 months each.
    expect(alarms).toBeLessThan(12);
  });

  it('tells since when, how much more a day, and that it goes on', () => {
    const days = madeUpDays(3, {
      extra: day => (day >= '2026-10-28' ? 150 : 0),
    });
    const [anomaly, ...more] = findAnomalies(days);
    expect(more).toEqual([]);
    expect(anomaly.from).toBe('2026-10-28');
    expect(anomaly.to).toBeUndefined();
    expect(anomaly.actual - anomaly.usual).toBeGreaterThan(120);
    expect(anomaly.excess).toBeGreaterThan(6 * 120);
  });

  it('takes a step that stays for the new usual, after two weeks', () => {
    const days = madeUpDays(3, {
      extra: day => (day >= '2026-08-03' ? 150 : 0),
    });
    expect(findAnomalies(days)).toEqual([
      expect.objectContaining({ from: '2026-08-03', to: '2026-08-16' }),
    ]);
  });

  it('is not alarmed by weekends, month starts or cents', () => {
    const fees: DailyCost[] = [];
    for (let day = '2026-01-01'; day <= '2026-10-31'; day = dayAfter(day)) {
      fees.push({ day, cost: day.endsWith('-01') ? 900 : 30 });
    }
    expect(findAnomalies(fees)).toEqual([]);
    const cents = fees.map(({ day }, index) => ({
      day,
      cost: index % 50 ? 0.01 : 0.4,
    }));
    expect(findAnomalies(cents)).toEqual([]);
  });
});

describe('withoutGaps', () => {
  it('puts zero where a day is missing, and sorts', () => {
    expect(
      withoutGaps([
        { day: '2026-11-03', cost: 3 },
        { day: '2026-10-31', cost: 1 },
      ]),
    ).toEqual([
      { day: '2026-10-31', cost: 1 },
      { day: '2026-11-01', cost: 0 },
      { day: '2026-11-02', cost: 0 },
      { day: '2026-11-03', cost: 3 },
    ]);
  });
});
