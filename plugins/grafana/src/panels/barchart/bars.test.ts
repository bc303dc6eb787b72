import type { JsonObject } from '@backstage/types';
import { field, panelData, panelView } from '../../__testUtils__/panels';
import { Options } from '../../charts/Options';
import { WORDS } from '../../charts/words';
import { barLayout, labelStep } from './barLayout';
import { prepareBars } from './prepareBars';
import { summarize } from './summarize';

const teams = field('team', ['payments', 'commerce'], {}, { type: 'string' });
const data = panelData(
  teams,
  field('open', [10, 30], { unit: 'short' }),
  field('closed', [30, null], { unit: 'short' }),
);
const AREA = { left: 100, top: 0, width: 200, height: 100 };
const WIDTHS = { groupWidth: 1, barWidth: 1 };
const prepare = (options: JsonObject = {}, of = data) =>
  prepareBars(of, WORDS, new Options(options));

describe('prepareBars', () => {
  it('names categories by the first words, and by the field that is chosen', () => {
    expect(prepare().categories).toEqual(['payments', 'commerce']);
    expect(prepare({ xField: 'open' }).categories).toEqual(['10', '30']);
  });

  it('stacks within each category, below zero downwards', () => {
    const { series, axes } = prepare(
      { stacking: 'normal' },
      panelData(teams, field('a', [10, 30]), field('b', [-5, 20])),
    );
    expect(series[1]).toMatchObject({ from: [0, 30], to: [-5, 50] });
    expect(axes[0].range).toEqual([-20, 60]);
  });

  it('makes parts of a whole', () => {
    const { series, axes } = prepare({ stacking: 'percent' });
    expect(series.map(({ to }) => to)).toEqual([
      [0.25, 1],
      [1, null],
    ]);
    expect(axes[0].range).toEqual([0, 1]);
  });

  it('colours each bar where colours follow values', () => {
    const [open] = prepare(
      {},
      panelData(
        teams,
        field('open', [10, 30], {
          color: { mode: 'thresholds' },
          thresholds: {
            mode: 'absolute',
            steps: [
              { value: null, color: '#111111' },
              { value: 20, color: '#222222' },
            ],
          },
        }),
      ),
    ).series;
    expect(open.colors).toEqual(['#111111', '#222222']);
  });
});

describe('barLayout', () => {
  const boxes = (
    options: JsonObject,
    layout: { horizontal: boolean; stacked: boolean },
  ) =>
    barLayout(prepare(options), AREA, { ...WIDTHS, ...layout }).map(
      ({ left, top, width, height }) =>
        [left, top, width, height].map(Math.round),
    );

  it('stands bars of a category side by side, up from zero', () => {
    // The axis ends at 30; bars of 10 take a third of it.
    expect(boxes({}, { horizontal: false, stacked: false })).toEqual([
      [100, 67, 50, 33],
      [200, 0, 50, 100],
      [150, 0, 50, 100],
    ]);
  });

  it('lays bars down, the first category on top', () => {
    const [first, second] = boxes({}, { horizontal: true, stacked: false });
    expect(first[0]).toBe(100);
    expect(second[1]).toBeGreaterThan(first[1]);
    expect(second[2] / first[2]).toBeCloseTo(3, 1);
  });

  it('puts stacked ones on each other', () => {
    const layout = { horizontal: false, stacked: true };
    const [open, , closed] = boxes({ stacking: 'normal' }, layout);
    expect(closed[0]).toBe(open[0]);
    expect(closed[1] + closed[3]).toBe(open[1]);
  });
});

describe('labelStep', () => {
  it.each([
    [4, 400, 80, 0, 1],
    [8, 400, 80, 0, 2],
    [8, 400, 20, 200, 4],
    [0, 400, 20, 0, 1],
  ])(
    '%s labels on %s px of %s px, %s apart: every %s',
    (count, length, label, least, step) => {
      expect(labelStep(count, length, label, least)).toBe(step);
    },
  );
});

describe('the summary of a bar chart', () => {
  it('tells the least and most of each series', () => {
    expect(summarize(panelView('barchart'), data)).toBe(
      '2 categories, 2 series; open from 10 (payments) to 30 (commerce); closed 30 (payments).',
    );
  });

  it('says where there is nothing', () => {
    expect(summarize(panelView('barchart'), { ...data, frames: [] })).toBe(
      'No values.',
    );
  });
});
