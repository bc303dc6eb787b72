import {
  field,
  panelData,
  panelView,
  timeField,
} from '../../__testUtils__/panels';
import { bucketSize, histogramOf } from './buckets';
import { summarize } from './summarize';

const ms = { unit: 'ms' };

describe('bucketSize', () => {
  it.each<[string, number[], number, number]>([
    ['about as many as asked', [0, 1, 2, 100], 10, 20],
    ['none smaller than values differ by', [10, 20, 30], 30, 10],
    ['round fractions', [0, 0.01, 1], 30, 0.04],
    ['whole numbers above one', [0, 1, 60], 30, 4],
    ['one for one value', [7], 30, 1],
    ['one where all are the same', [7, 7, 7], 30, 1],
  ])('makes %s', (_, values, count, size) => {
    expect(bucketSize(values, count)).toBe(size);
  });
});

describe('histogramOf', () => {
  const data = panelData(
    timeField(4),
    field('a', [1, 12, 13, null]),
    field('b', [25, 25, 2, 3]),
  );

  it('counts each series between the same bounds', () => {
    const histogram = histogramOf(data, { size: 10 });
    expect(histogram).toMatchObject({ from: [0, 10, 20], to: [10, 20, 30] });
    expect(histogram?.series.map(({ counts }) => counts)).toEqual([
      [1, 2, 0],
      [2, 0, 2],
    ]);
  });

  it('counts all as one, from where the panel begins', () => {
    const histogram = histogramOf(data, { size: 10, offset: 2, combine: true });
    expect(histogram?.from).toEqual([-8, 2, 12, 22]);
    expect(histogram?.series.map(({ counts }) => counts)).toEqual([
      [1, 2, 2, 2],
    ]);
  });

  it('takes what Grafana has counted', () => {
    const counted = panelData(
      field('xMin', [0, 5]),
      field('xMax', [5, 10]),
      field('count', [3, 4]),
    );
    expect(histogramOf(counted, {})).toMatchObject({
      from: [0, 5],
      to: [5, 10],
      series: [{ counts: [3, 4] }],
    });
  });

  it('has none without values', () => {
    expect(histogramOf(panelData(field('a', [null])), {})).toBeUndefined();
  });
});

describe('the summary of a histogram', () => {
  it('tells where most values lie', () => {
    const data = panelData(timeField(4), field('p95', [1, 12, 13, 25], ms));
    expect(summarize(panelView('histogram', { bucketSize: 10 }), data)).toBe(
      '3 buckets from 0 ms to 30 ms; p95 4 values, most from 10 ms to 20 ms (2).',
    );
  });
});
