import type { JsonObject } from '@backstage/types';
import { target } from '../__testUtils__/createPanel';
import { frameJson, minutes, series } from '../__testUtils__/frameJson';
import { columns, showPanel } from '../__testUtils__/showPanel';
import {
  startFakeGrafana,
  type FakeGrafana,
} from '../__testUtils__/startFakeGrafana';

describe('panels of buckets and bars', () => {
  let grafana: FakeGrafana;
  beforeAll(async () => {
    grafana = await startFakeGrafana();
  });
  afterAll(() => grafana.stop());

  const show = (type: string, json: JsonObject[], options: JsonObject = {}) =>
    showPanel(grafana, json, { type, options });

  it('counts values in buckets of a histogram', async () => {
    const data = await show(
      'histogram',
      [series({ pod: 'a' }, [1, 2, 3]), series({ pod: 'b' }, [2, 11])],
      { bucketSize: 5 },
    );
    expect(columns(data)).toEqual([
      { xMin: [0, 10], xMax: [5, 15], a: [3, 0], b: [1, 1] },
    ]);
    const combined = await show(
      'histogram',
      [series({ pod: 'a' }, [1, 2, 3]), series({ pod: 'b' }, [2, 11])],
      { bucketSize: 5, combine: true },
    );
    expect(columns(combined)[0]).toMatchObject({ Count: [4, 1] });
  });

  it('chooses the size of buckets by how many there are to be', async () => {
    // 0 to 100 in 30 buckets is 3.3 each; the next that reads well is 4.
    const data = await show('histogram', [
      series(
        {},
        Array.from({ length: 101 }, (_, at) => at),
      ),
    ]);
    expect(columns(data)[0].xMin.slice(0, 3)).toEqual([0, 4, 8]);
  });

  it('takes cumulative buckets of Prometheus apart for a heatmap', async () => {
    const data = await showPanel(
      grafana,
      [
        series({ le: '+Inf' }, [10, 12]),
        series({ le: '0.5' }, [9, 9]),
        series({ le: '0.1' }, [4, 5]),
      ],
      { type: 'heatmap', targets: [target('A', { format: 'heatmap' })] },
    );
    expect(columns(data)).toEqual([
      { Time: minutes(2), '0.1': [4, 5], '0.5': [5, 4], '+Inf': [1, 3] },
    ]);
    expect(data.frames[0].meta).toEqual({
      type: 'heatmap-rows',
      custom: { yMin: [null, 0.1, 0.5], yMax: [0.1, 0.5, null] },
    });
  });

  it('takes cells that are told one by one for rows of buckets', async () => {
    const data = await show('heatmap', [
      frameJson(
        [
          {
            name: 'xMax',
            type: 'time',
            values: [60_000, 60_000, 120_000],
            config: { interval: 60_000 },
          },
          { name: 'yMin', type: 'number', values: [0, 10, 10] },
          { name: 'yMax', type: 'number', values: [10, 20, 20] },
          { name: 'count', type: 'number', values: [1, 2, 3] },
        ],
        { meta: { type: 'heatmap-cells' } },
      ),
    ]);
    expect(columns(data)).toEqual([
      { Time: [0, 60_000], '10': [1, null], '20': [2, 3] },
    ]);
    expect(data.frames[0].meta?.custom).toEqual({
      xSizeMs: 60_000,
      yMin: [0, 10],
      yMax: [10, 20],
    });
  });

  it('calculates a heatmap of values', async () => {
    const data = await show(
      'heatmap',
      [series({}, [1, 2, 11, 12]), series({}, [3, 4, 5, 25])],
      {
        calculate: true,
        calculation: {
          xBuckets: { mode: 'size', value: '2m' },
          yBuckets: { mode: 'size', value: '10' },
        },
      },
    );
    expect(columns(data)).toEqual([
      { Time: [0, 120_000], '10': [4, 1], '20': [0, 2], '30': [0, 1] },
    ]);
    expect(data.frames[0].meta?.custom).toEqual({
      xSizeMs: 120_000,
      yMin: [0, 10, 20],
      yMax: [10, 20, 30],
    });
  });

  it('calculates logarithmic buckets, of what has a logarithm', async () => {
    const options = {
      calculate: true,
      calculation: { yBuckets: { scale: { type: 'log', log: 10 } } },
    };
    const data = await show('heatmap', [series({}, [1, 5, 50])], options);
    expect(data.frames[0].meta?.custom).toMatchObject({
      yMin: [1, 10],
      yMax: [10, 100],
      yLog: 10,
    });
    const none = await show('heatmap', [series({}, [0, 5])], options);
    expect(none.notices[0].text).toMatch(/zero and below/);
  });

  it('puts what bars stand on first', async () => {
    const json = frameJson([
      { name: 'requests', type: 'number', values: [5, 7] },
      { name: 'route', type: 'string', values: ['/orders', '/pay'] },
      { name: 'at', type: 'time', values: minutes(2) },
    ]);
    const byText = await show('barchart', [json]);
    expect(byText.frames[0].fields.map(({ name }) => name)).toEqual([
      'route',
      'requests',
    ]);
    const byTime = await show('barchart', [json], { xField: 'at' });
    expect(byTime.frames[0].fields.map(({ name }) => name)).toEqual([
      'at',
      'requests',
    ]);
  });
});
