import { sparkGeometry } from './sparkGeometry';

describe('sparkGeometry', () => {
  it('starts at zero, and leaves gaps as gaps', () => {
    expect(sparkGeometry([10, 5, null, 0, null], { height: 36 })).toEqual({
      before: 'M0 3L25 18M75 33h.01',
      after: '',
      end: { x: 75, y: 33 },
      limitY: undefined,
    });
  });

  it('shows values against the limit, in colour since the state began', () => {
    expect(
      sparkGeometry([2, 2, 4], { height: 36, limit: 3, sinceIndex: 1 }),
    ).toEqual({
      before: 'M0 33L50 33',
      after: 'M50 33L100 3',
      end: { x: 100, y: 3 },
      limitY: 18,
    });
  });

  it('draws a flat line of zeros at the bottom, and nothing of nothing', () => {
    expect(sparkGeometry([0, 0], { height: 36 }).before).toBe('M0 33L100 33');
    expect(sparkGeometry([null, null], { height: 36 })).toMatchObject({
      before: '',
      end: undefined,
    });
    expect(sparkGeometry([], { height: 36 }).before).toBe('');
  });
});
