import { burnPairs } from './burnPairs';

describe('the pairs of windows', () => {
  it('count only where both burn past the threshold', () => {
    const pairs = burnPairs(
      new Map([
        ['1h', 15],
        ['5m', 20],
        ['6h', 8],
        ['30m', 2],
        ['1d', 3.5],
        ['2h', 3],
        ['3d', undefined],
      ]),
    );
    expect(pairs.map(({ rate, state }) => [rate, state])).toEqual([
      [14.4, 'failing'],
      [6, 'healthy'],
      [3, 'degraded'],
      [1, 'unknown'],
    ]);
    expect(pairs[1].short).toBe('30\u00a0min');
  });
});
