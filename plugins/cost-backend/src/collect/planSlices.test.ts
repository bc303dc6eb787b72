import { daysFrom } from '../store/days';
import { monthsBefore, slicesOf, uncovered } from './planSlices';

describe('slices of a backfill', () => {
  it('go from the newest day back, and end with their month', () => {
    expect(slicesOf(daysFrom('2026-09-29', '2026-11-05'), 31)).toEqual([
      { from: '2026-11-01', to: '2026-11-05' },
      { from: '2026-10-01', to: '2026-10-31' },
      { from: '2026-09-29', to: '2026-09-30' },
    ]);
  });

  it('are as long as the source can bear, and leave out what is known', () => {
    const days = uncovered({ from: '2026-11-01', to: '2026-11-10' }, [
      { from: 20261104, to: 20261105 },
    ]);
    expect(slicesOf(days, 3)).toEqual([
      { from: '2026-11-08', to: '2026-11-10' },
      { from: '2026-11-06', to: '2026-11-07' },
      { from: '2026-11-01', to: '2026-11-03' },
    ]);
  });

  it('begin with the first of a month', () => {
    expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-01');
    expect(monthsBefore('2026-03-31', 12)).toBe('2025-03-01');
  });
});
