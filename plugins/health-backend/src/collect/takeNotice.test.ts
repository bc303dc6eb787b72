import type { HealthState } from '@portico/plugin-health-common';
import type { EntityMemory } from '../store/types';
import { takeNotice } from './takeNotice';

/** What an owner is told of these states, one each so many minutes. */
function told(states: HealthState[], minutes: number): (string | undefined)[] {
  let before: EntityMemory | undefined;
  return states.map((state, index) => {
    const { notice, ...noted } = takeNotice({
      before,
      state,
      counts: states[index - 1] !== state,
      now: new Date(index * minutes * 60_000),
    });
    before = {
      counted: { state, since: '' },
      applies: [],
      contract: {},
      problems: [],
      ...noted,
    };
    return notice;
  });
}

describe('takeNotice', () => {
  it('tells once that it began, that it got worse, and that it is over', () => {
    expect(
      told(
        ['healthy', 'degraded', 'degraded', 'failing', 'degraded', 'healthy'],
        60,
      ),
    ).toEqual([undefined, 'began', undefined, 'worsened', undefined, 'over']);
  });

  it('neither begins nor ends anything with what is unknown', () => {
    expect(
      told(
        [
          'unknown',
          'healthy',
          'unknown',
          'healthy',
          'degraded',
          'unknown',
          'degraded',
          'healthy',
        ],
        60,
      ),
    ).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'began',
      undefined,
      undefined,
      'over',
    ]);
  });

  it('is quiet while it flaps, and says how it ended when it has calmed down', () => {
    const flapping: HealthState[] = [
      'healthy',
      'degraded',
      'healthy',
      'degraded',
      'healthy',
      'degraded',
      'healthy',
      'degraded',
      'healthy',
      'degraded',
    ];
    const calm = Array<HealthState>(15).fill('healthy');
    const words = told([...flapping, ...calm], 2);
    expect(words.slice(0, 6)).toEqual([
      undefined,
      'began',
      'over',
      'began',
      'over',
      undefined,
    ]);
    expect(words.slice(6, 10)).toEqual(Array(4).fill(undefined));
    expect(words.filter(it => it === 'over')).toHaveLength(2);
  });
});
