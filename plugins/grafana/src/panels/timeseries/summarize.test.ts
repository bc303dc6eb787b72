import {
  field,
  panelData,
  panelView,
  timeField,
} from '../../__testUtils__/panels';
import { summarize } from './summarize';

const ms = { unit: 'ms' };

describe('the summary of a time series', () => {
  it('tells last, least and most of the greatest series', () => {
    const data = panelData(
      timeField(3),
      field('GET /orders', [200, 190, 344], ms),
      field('POST /orders', [228, 530, 512], ms),
    );
    expect(summarize(panelView('timeseries'), data)).toBe(
      '2 series over 1\u00a0h; POST /orders last 512 ms, lowest 228 ms at 13:00, highest 530 ms at 13:01; GET /orders last 344 ms, lowest 190 ms at 13:01, highest 344 ms at 13:02.',
    );
  });

  it('counts those that it does not tell of', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const data = panelData(
      timeField(1),
      ...names.map((name, at) => field(name, [at])),
    );
    expect(summarize(panelView('timeseries'), data)).toBe(
      '5 series over 1\u00a0h; e 4 throughout; d 3 throughout; c 2 throughout; 2 more.',
    );
  });

  it('says where nothing was measured', () => {
    const view = panelView('timeseries');
    expect(summarize(view, { ...panelData(), frames: [] })).toBe(
      'No values in this time.',
    );
    expect(
      summarize(view, panelData(timeField(1), field('a', [null]))),
    ).toContain('a has no values');
  });

  it('tells a trend by its number', () => {
    const data = panelData(
      field('load', [10, 20], { unit: 'reqps' }),
      field('p95', [40, 50], ms),
    );
    expect(summarize(panelView('trend', { xField: 'load' }), data)).toBe(
      '1 series over load; p95 last 50 ms, lowest 40 ms at 10 req/s, highest 50 ms at 20 req/s.',
    );
  });
});
