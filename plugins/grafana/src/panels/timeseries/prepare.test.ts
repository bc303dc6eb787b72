import { field, panelData, START, timeField } from '../../__testUtils__/panels';
import { WORDS } from '../../charts/words';
import { prepareChart } from './prepare';

const custom = (
  values: Record<string, number | string | boolean | object>,
) => ({ custom: JSON.parse(JSON.stringify(values)) });

describe('prepareChart', () => {
  it('takes time along, numbers up, and leaves words out', () => {
    const chart = prepareChart(
      panelData(
        timeField(2),
        field('a', [1, 2]),
        field('note', ['x', 'y'], {}, { type: 'string' }),
        field('up', [true, false], {}, { type: 'boolean' }),
      ),
      WORDS,
    );
    expect(chart.isTime).toBe(true);
    expect(chart.xs).toEqual([START, START + 60_000]);
    expect(chart.series.map(({ drawn }) => drawn)).toEqual([
      [1, 2],
      [1, 0],
    ]);
  });

  it('tells what was no number from what was never measured', () => {
    const values = field(
      'a',
      [1, null, null, 4],
      {},
      {
        special: { absent: [1] },
      },
    );
    const { series } = prepareChart(panelData(timeField(4), values), WORDS);
    expect(series[0].drawn).toEqual([1, undefined, null, 4]);
  });

  it('bridges gaps up to the milliseconds that the field names', () => {
    const { series } = prepareChart(
      panelData(
        timeField(5),
        field('a', [1, null, 3, null, null], custom({ spanNulls: 120_000 })),
      ),
      WORDS,
    );
    expect(series[0].drawn).toEqual([1, undefined, 3, null, null]);
  });

  it('stacks what is seen, and keeps what was measured', () => {
    const stacked = custom({ stacking: { mode: 'normal', group: 'A' } });
    const data = panelData(
      timeField(1),
      field('a', [1], stacked),
      field('b', [2], stacked),
      field('c', [4], stacked),
    );
    const isHidden = (id: string) => id === 'b';
    const { series } = prepareChart(data, WORDS, { isHidden });
    expect(series.map(({ drawn }) => drawn)).toEqual([[1], [2], [5]]);
    expect(series[2]).toMatchObject({ measured: [4], fillTo: 0 });
    expect(series[1].hidden).toBe(true);
  });

  it('turns a series upside down, and draws a level line', () => {
    const { series } = prepareChart(
      panelData(
        timeField(2),
        field('out', [1, 2], custom({ transform: 'negative-Y' })),
        field('limit', [50, 60], custom({ transform: 'constant' })),
      ),
      WORDS,
    );
    expect(series.map(({ drawn }) => drawn)).toEqual([
      [-1, -2],
      [50, 50],
    ]);
    expect(series[0].measured).toEqual([1, 2]);
  });

  it('fills down to the series that is named', () => {
    const { series } = prepareChart(
      panelData(
        timeField(1),
        field('max', [9], custom({ fillBelowTo: 'min' })),
        field('min', [1]),
      ),
      WORDS,
    );
    expect(series[0].fillTo).toBe(1);
  });

  it('gives series of one unit one axis, the second unit the right one', () => {
    const { axes, series } = prepareChart(
      panelData(
        timeField(1),
        field('p95', [9], { unit: 'ms' }),
        field('p50', [3], { unit: 'ms' }),
        field('traffic', [3], { unit: 'reqps' }),
        field('quiet', [3], {
          unit: 'short',
          ...custom({ axisPlacement: 'hidden' }),
        }),
      ),
      WORDS,
    );
    expect(series.map(({ axis }) => axis)).toEqual([0, 0, 1, 2]);
    expect(axes.map(({ side }) => side)).toEqual(['left', 'right', 'hidden']);
    expect(axes.map(({ grid }) => grid)).toEqual([true, false, true]);
  });

  it('has parts of a whole from 0 to 100 %', () => {
    const percent = custom({ stacking: { mode: 'percent' } });
    const { axes } = prepareChart(
      panelData(timeField(1), field('a', [9], { unit: 'ms', ...percent })),
      WORDS,
    );
    expect(axes[0]).toMatchObject({
      bounds: { min: 0, max: 1 },
      config: { unit: 'percentunit' },
    });
  });

  it('keeps series of the same name apart', () => {
    const { series } = prepareChart(
      panelData(timeField(1), field('a', [1]), field('a', [2])),
      WORDS,
    );
    expect(series.map(({ id }) => id)).toEqual(['a', 'a (2)']);
  });

  it('takes the number that a trend names', () => {
    const chart = prepareChart(
      panelData(field('load', [1, 2]), field('p95', [40, 50])),
      WORDS,
      { xField: 'load' },
    );
    expect(chart).toMatchObject({ isTime: false, xs: [1, 2] });
    expect(chart.series).toHaveLength(1);
  });

  it('has nothing where nothing came', () => {
    expect(prepareChart({ ...panelData(), frames: [] }, WORDS)).toMatchObject({
      xs: [],
      series: [],
      axes: [],
    });
  });
});
