import { QueryRefusedError, Scope } from '@portico/plugin-prometheus-node';
import { DailyCounts, dayEnds } from './DailyCounts';
import { inParts } from './inParts';

const SLICE = { from: '2026-11-01', to: '2026-11-02' };

it('asks at the ends of days', () => {
  const { start, end, stepSeconds } = dayEnds(SLICE);
  expect(new Date(start * 1000).toISOString()).toBe('2026-11-02T00:00:00.000Z');
  expect((end - start) / stepSeconds).toBe(1);
});

it('adds what is one entity’s, and leaves out what is no number', () => {
  const counts = new DailyCounts();
  const at = Date.parse('2026-11-02') / 1000;
  const series = (value: number, service: string) => ({
    labels: { service },
    values: [[at, value]] as [number, number][],
  });
  counts.add(
    [
      series(2.5, 'a'),
      series(1e12, 'a'),
      series(Number.NaN, 'a'),
      series(1, 'b'),
    ],
    ({ service }) => (service === 'a' ? ['component:default/a'] : []),
  );
  expect(counts.all()).toEqual([
    {
      day: '2026-11-01',
      entityRef: 'component:default/a',
      count: '1000000000002.5',
    },
  ]);
});

describe('inParts', () => {
  const scope = Scope.shared(
    ['service'],
    new Map([
      ['a', ['a']],
      ['b', ['b']],
    ]),
  );
  const refused = (isTooMuch: boolean) =>
    new QueryRefusedError(
      'query processing would load too many samples',
      isTooMuch,
    );

  it('asks for days, then for halves, where all at once is too much', async () => {
    const asked: string[] = [];
    await inParts(SLICE, scope, async ({ from, to }, part) => {
      asked.push(`${from} ${to} ${part.entityRefs.join()}`);
      if (from < to || part.entityRefs.length > 1) throw refused(true);
    });
    expect(asked).toEqual([
      '2026-11-01 2026-11-02 a,b',
      '2026-11-01 2026-11-01 a,b',
      '2026-11-01 2026-11-01 a',
      '2026-11-01 2026-11-01 b',
      '2026-11-02 2026-11-02 a,b',
      '2026-11-02 2026-11-02 a',
      '2026-11-02 2026-11-02 b',
    ]);
  });

  it('fails where a query is none', async () => {
    let times = 0;
    await expect(
      inParts(SLICE, scope, async () => {
        times += 1;
        throw refused(false);
      }),
    ).rejects.toThrow(QueryRefusedError);
    expect(times).toBe(1);
  });
});
