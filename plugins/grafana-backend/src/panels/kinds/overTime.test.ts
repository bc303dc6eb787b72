import { frameJson, minutes, series } from '../__testUtils__/frameJson';
import { columns, showPanel } from '../__testUtils__/showPanel';
import {
  startFakeGrafana,
  type FakeGrafana,
} from '../__testUtils__/startFakeGrafana';

describe('panels over time', () => {
  let grafana: FakeGrafana;
  beforeAll(async () => {
    grafana = await startFakeGrafana();
  });
  afterAll(() => grafana.stop());

  it('tells what was never measured from a gap', async () => {
    const { frames } = await showPanel(grafana, [
      series({ pod: 'a' }, [1, null, 3], [0, 60_000, 120_000]),
      series({ pod: 'b' }, [5, 6], [30_000, 120_000]),
    ]);
    const [time, a, b] = frames[0].fields;
    expect(time.values).toEqual([0, 30_000, 60_000, 120_000]);
    expect(a).toMatchObject({ displayName: 'a', values: [1, null, null, 3] });
    expect(a.special).toBeUndefined(); // what lies beside a gap is one
    expect(b.values).toEqual([null, 5, null, 6]);
    expect(b.special).toEqual({ absent: [0, 2] });
  });

  it('breaks a line where steps are missing', async () => {
    const data = await showPanel(grafana, [
      frameJson([
        {
          name: 'Time',
          type: 'time',
          values: [3_420_000, 3_480_000, 3_600_000],
          config: { interval: 60_000 },
        },
        { name: 'up', type: 'number', values: [1, 2, 4] },
      ]),
    ]);
    const { Time: times, up } = columns(data)[0];
    expect(times.slice(-4)).toEqual([
      3_420_000, 3_480_000, 3_540_000, 3_600_000,
    ]);
    expect(up.slice(-4)).toEqual([1, 2, null, 4]);
    expect(up[0]).toBeNull(); // the range begins before
  });

  it('draws truth as steps between 0 and 1, and nothing of texts', async () => {
    const { frames } = await showPanel(grafana, [
      frameJson([
        { name: 'Time', type: 'time', values: minutes(2) },
        { name: 'ready', type: 'boolean', values: [true, false] },
        { name: 'zone', type: 'string', values: ['a', 'b'] },
        {
          name: 'load',
          type: 'number',
          values: [null, 2],
          entities: { NaN: [0] },
        },
      ]),
    ]);
    expect(frames[0].fields.slice(1)).toMatchObject([
      {
        name: 'ready',
        type: 'number',
        values: [1, 0],
        seriesIndex: 0,
        config: {
          unit: 'bool',
          min: 0,
          max: 1,
          custom: { lineInterpolation: 'stepAfter' },
        },
      },
      { name: 'load', values: [null, 2], seriesIndex: 1 },
    ]);
  });

  it('tells series apart that stand in rows with texts', async () => {
    const data = await showPanel(grafana, [
      frameJson(
        [
          { name: 'time', type: 'time', values: [0, 0, 60_000] },
          { name: 'host', type: 'string', values: ['a', 'b', 'a'] },
          { name: 'cpu', type: 'number', values: [1, 2, 3] },
        ],
        { meta: { type: 'timeseries-long' } },
      ),
    ]);
    expect(columns(data)).toEqual([
      { time: [0, 60_000], 'cpu a': [1, 3], 'cpu b': [2, null] },
    ]);
  });

  it('keeps texts and truth where states are drawn', async () => {
    const data = await showPanel(
      grafana,
      [
        frameJson([
          { name: 'Time', type: 'time', values: minutes(2) },
          { name: 'state', type: 'string', values: ['ok', 'down'] },
          { name: 'ready', type: 'boolean', values: [true, false] },
        ]),
      ],
      { type: 'state-timeline' },
    );
    expect(columns(data)).toEqual([
      { Time: minutes(2), state: ['ok', 'down'], ready: [true, false] },
    ]);
  });

  it('puts a number first where that is the axis', async () => {
    const data = await showPanel(
      grafana,
      [
        frameJson([
          { name: 'y', type: 'number', values: [5, 6] },
          { name: 'x', type: 'number', values: [1, 2] },
        ]),
      ],
      { type: 'trend', options: { xField: 'x' } },
    );
    expect(data.frames[0].fields.map(({ name }) => name)).toEqual(['x', 'y']);
  });

  it('loses no peak where points are left out, and says so', async () => {
    const values = Array.from({ length: 3000 }, (_, at) =>
      at === 1234 ? 99 : at % 10,
    );
    const data = await showPanel(
      grafana,
      [series({}, values)],
      { options: { legend: { calcs: ['max', 'count', 'mean'] } } },
      { points: 200 },
    );
    const [{ length, fields }] = data.frames;
    expect(length).toBeLessThanOrEqual(200);
    expect(Math.max(...(fields[1].values as number[]))).toBe(99);
    expect(Math.min(...(fields[1].values as number[]))).toBe(0);
    expect(fields[1].calcs).toMatchObject({ count: 3000, max: 99 });
    expect(data.notices).toEqual([
      {
        severity: 'info',
        text: expect.stringMatching(/^3000 points are more than fit/),
      },
    ]);
  });

  it('shows the greatest of too many series, and says so', async () => {
    const data = await showPanel(
      grafana,
      [1, 2, 3].map(at => series({ pod: `p${at}` }, [at])),
      {},
      { series: 2 },
    );
    expect(Object.keys(columns(data)[0])).toEqual(['Time', 'p2', 'p3']);
    expect(data.notices[0].text).toMatch(/^2 of 3 series are shown/);
  });

  it('takes no exemplars for series', async () => {
    const exemplar = series({}, [9]);
    Object.assign(exemplar.schema as object, {
      meta: { custom: { resultType: 'exemplar' } },
    });
    const data = await showPanel(grafana, [
      series({ pod: 'a' }, [1]),
      exemplar,
    ]);
    expect(Object.keys(columns(data)[0])).toEqual(['Time', 'a']);
  });

  it('has nothing to say of an empty answer', async () => {
    expect(await showPanel(grafana, [])).toMatchObject({
      frames: [],
      notices: [],
      failures: [],
    });
  });
});
