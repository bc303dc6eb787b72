import { burnPairs } from './burnPairs';

describe('the pairs of windows', () => {
  it('count only where both burn past the threshold', () => {
    const [{ objective, pairs }, other] = burnPairs(
      new Map([
        ['Errors, 1 h', 15],
        ['Errors, 5\u00a0min', 20],
        ['Errors, 6 h', 8],
        ['Errors, 30 min', 2],
        ['Errors, 1 day', 3.5],
        ['Errors, 2 h', 3],
        ['Errors, 3 days', undefined],
        ['Latency, 1 h', 0],
      ]),
    );
    expect([objective, other.objective]).toEqual(['Errors', 'Latency']);
    expect(pairs.map(({ rate, state }) => [rate, state])).toEqual([
      [14.4, 'failing'],
      [6, 'healthy'],
      [3, 'degraded'],
      [1, 'unknown'],
    ]);
    expect(pairs[1].short).toBe('30\u00a0min');
  });
});
