import { series } from '../__testUtils__/frameJson';
import { decodeFrames } from './decodeFrames';
import { grafanaData } from './library';
import { withCalcs } from './withCalcs';

/**
 * Of 10, (nothing), 30, 20, 20, as the page says:
 * https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/calculation-types/
 */
const GOLDEN: [id: string, value: unknown][] = [
  ['allIsNull', false],
  ['allIsZero', false],
  ['allValues', [10, null, 30, 20, 20]],
  ['changeCount', 2], // 10 to 30, 30 to 20
  ['count', 4],
  ['countAll', 5],
  ['delta', 20], // 10 to 30 counts, a fall is a reset, 20 to 20 is nothing
  ['diff', 10],
  ['diffperc', 100], // percent
  ['distinctCount', 3],
  ['first', 10],
  ['firstNotNull', 10],
  ['last', 20],
  ['lastNotNull', 20],
  ['logmin', 10],
  ['max', 30],
  ['mean', 20],
  ['median', 20],
  ['min', 10],
  ['p1', 10],
  ['p5', 10],
  ['p25', 20],
  ['p75', 20],
  ['p95', 30],
  ['p99', 30],
  ['range', 20],
  ['stdDev', Math.sqrt(50)],
  ['step', -10], // the least step between two values
  ['sum', 80],
  ['uniqueValues', [10, null, 30, 20]],
  ['variance', 50],
];

describe('withCalcs', () => {
  const calcsOf = (values: (number | null)[], ids: string[]) => {
    const frames = decodeFrames('A', [series({}, values)]);
    const [{ fields }] = withCalcs(frames, ({ type }) =>
      type === 'number' ? ids : [],
    );
    return fields[1].state?.calcs ?? {};
  };

  it.each(GOLDEN)('computes %s', (id, value) => {
    expect(calcsOf([10, null, 30, 20, 20], [id])[id]).toEqual(value);
  });

  it('knows all that Grafana has', () => {
    const ids = grafanaData()
      .fieldReducers.list()
      .map(({ id }) => id)
      .filter(id => !/^p\d+$/.test(id));
    expect(GOLDEN.map(([id]) => id)).toEqual(expect.arrayContaining(ids));
  });

  it('has nothing of no values but their count and sum', () => {
    const { mean, last, ...rest } = calcsOf(
      [],
      ['mean', 'last', 'count', 'sum'],
    );
    expect([mean, last]).toEqual([undefined, undefined]);
    expect(rest).toEqual({ count: 0, sum: 0 });
  });
});
