import type { JsonObject } from '@backstage/types';
import {
  field,
  MINUTE,
  panelData,
  panelView,
  START,
  timeField,
} from '../../__testUtils__/panels';
import { Options } from '../../charts/Options';
import { WORDS } from '../../charts/words';
import { boundOf, heatOf } from './cells';
import { heatScale } from './heatColors';
import { rowWords } from './rowWords';
import { schemeStops } from './schemes';
import { summarize } from './summarize';

const buckets = panelData(
  timeField(2),
  field('+Inf', [0, 1]),
  field('0.1', [4, 5]),
  field('0.5', [2, 9]),
);
const heat = (data = buckets, options: JsonObject = {}) =>
  heatOf(data, new Options(options));

describe('boundOf', () => {
  it.each([
    ['0.25', 0.25],
    ['le=0.5', 0.5],
    ['+Inf', Infinity],
    ['1e-3', 0.001],
    ['orders', undefined],
  ])('%s', (name, bound) => {
    expect(boundOf(name)).toBe(bound);
  });
});

describe('heatOf', () => {
  it('orders buckets by their bound, the lowest first', () => {
    expect(heat()?.rows).toEqual([
      { name: '0.1', low: -Infinity, high: 0.1, counts: [4, 5] },
      { name: '0.5', low: 0.1, high: 0.5, counts: [2, 9] },
      { name: '+Inf', low: 0.5, high: Infinity, counts: [0, 1] },
    ]);
  });

  it('joins buckets that come in frames of their own', () => {
    const [time, ...others] = buckets.frames[0].fields;
    const frames = others.map(one => ({ length: 2, fields: [time, one] }));
    expect(heat({ ...buckets, frames })).toEqual(heat());
  });

  it('keeps names that are no bounds in their order', () => {
    const named = panelData(timeField(1), field('b', [1]), field('a', [2]));
    expect(heat(named)?.rows.map(({ name }) => name)).toEqual(['b', 'a']);
  });

  it('takes cells one by one', () => {
    const cells = panelData(
      { ...timeField(0), name: 'xMax', values: [MINUTE, MINUTE, 2 * MINUTE] },
      field('yMin', [0, 10, 0]),
      field('yMax', [10, 20, 10]),
      field('count', [7, 8, 9]),
    );
    cells.frames[0].meta = { type: 'heatmap-cells' };
    expect(heat(cells)).toMatchObject({
      times: [0, MINUTE],
      stepMs: MINUTE,
      rows: [
        { low: 0, high: 10, counts: [7, 9] },
        { low: 10, high: 20, counts: [8, undefined] },
      ],
    });
  });

  const values = panelData(timeField(4), field('p95', [1, 3, 9, 60]));

  it('counts values in cells of time and size', () => {
    const counted = heat(values, {
      calculate: true,
      calculation: {
        xBuckets: { mode: 'size', value: '2m' },
        yBuckets: { mode: 'size', value: 50 },
      },
    });
    expect(counted).toMatchObject({ stepMs: 2 * MINUTE });
    expect(counted?.times[0]).toBe(START);
    expect(
      counted?.rows.map(({ low, high, counts }) => [
        ...[low, high],
        ...counts.slice(0, 2),
      ]),
    ).toEqual([
      [0, 50, 2, 1],
      [50, 100, undefined, 1],
    ]);
  });

  it('splits rows by powers where the axis is logarithmic', () => {
    const counted = heat(values, {
      calculate: true,
      calculation: {
        yBuckets: { scale: { type: 'log', log: 10 }, value: '1' },
      },
    });
    expect(
      counted?.rows.map(({ low, high }) =>
        [low, high].map(Math.round as (v?: number) => number),
      ),
    ).toEqual([
      [1, 10],
      [10, 100],
    ]);
  });

  it('has none without values', () => {
    expect(heat({ ...buckets, frames: [] })).toBeUndefined();
  });
});

describe('heatScale', () => {
  const scale = (options: JsonObject) =>
    heatScale([0, 5, 10], new Options(options), WORDS);

  it('hides what is outside of the filter, and scales what is left', () => {
    const { min, max, colorOf } = scale({ filterValues: { le: 1e-9, ge: 10 } });
    expect([min, max]).toEqual([5, 5]);
    expect(colorOf(0)).toBeUndefined();
    expect(colorOf(10)).toBeUndefined();
    expect(colorOf(5)).toBeDefined();
  });

  it('keeps to the ends that the panel names', () => {
    const { colorOf, stops } = scale({ color: { min: 0, max: 5, steps: 4 } });
    expect(colorOf(10)).toBe(stops[3]);
  });

  it('turns schemes round where the panel wants it', () => {
    const color = { scheme: 'Blues', steps: 8 };
    const plain = scale({ color }).stops;
    const turned = scale({ color: { ...color, reverse: true } }).stops;
    expect(turned).toEqual([...plain].reverse());
  });

  it('grows more opaque by its exponent', () => {
    const opacity = { mode: 'opacity', fill: '#000000', steps: 3 };
    expect(
      scale({ color: { ...opacity, exponent: 2, scale: 'exponential' } }).stops,
    ).toEqual([
      'rgba(0, 0, 0, 0.04)',
      'rgba(0, 0, 0, 0.25)',
      'rgba(0, 0, 0, 1)',
    ]);
  });

  it('begins near the ground of the page', () => {
    expect(schemeStops('Blues', false)[0]).toBe('#f7fbff');
    expect(schemeStops('Blues', true)[0]).toBe('#08306b');
    expect(schemeStops('unheard of', false)).toEqual(
      schemeStops('Oranges', false),
    );
  });
});

describe('rows in words', () => {
  it('tells bounds with their unit', () => {
    const options = new Options({ yAxis: { unit: 's' } });
    const found = heat()!;
    expect(found.rows.map(rowWords(found, options, WORDS))).toEqual([
      ...['up to 100 ms', '100 ms to 500 ms', 'over 500 ms'],
    ]);
  });
});

describe('the summary of a heatmap', () => {
  it('tells the fullest cell and the row that holds most', () => {
    const view = panelView('heatmap', { yAxis: { unit: 's' } });
    expect(summarize(view, buckets)).toBe(
      '3 rows over 1\u00a0h; most in 100 ms to 500 ms; fullest cell 9 in 100 ms to 500 ms at 13:01.',
    );
    expect(summarize(view, { ...buckets, frames: [] })).toBe(
      'No values in this time.',
    );
  });
});
