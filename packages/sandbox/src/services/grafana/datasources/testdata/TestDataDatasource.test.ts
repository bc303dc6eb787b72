import { Clock } from '../../../../kit';
import { TestDataDatasource } from './TestDataDatasource';

const clock = new Clock(0.001);
const testdata = new TestDataDatasource({ clock });
const context = {
  from: Date.UTC(2026, 10, 21, 11),
  to: Date.UTC(2026, 10, 21, 12),
  now: Date.UTC(2026, 10, 21, 12),
  intervalMs: 60_000,
  maxDataPoints: 60,
};
const ask = (scenarioId: string, query = {}) =>
  testdata.query({ refId: 'A', scenarioId, ...query }, context);
const csv = async (csvContent: string) => {
  const { frames } = await ask('csv_content', { csvContent });
  return frames[0];
};

afterAll(() => clock.stop());

describe("Grafana's TestData", () => {
  it('finds the types of CSV as the real one does', async () => {
    const { schema, data } = await csv(
      'flag,count,share,name,mixed\ntrue,1,1.5,"a, ""b""",6\nF,,null,,x\n\n',
    );
    expect(
      schema.fields.map(({ name, type, typeInfo }) => [name, type, typeInfo]),
    ).toEqual([
      ['flag', 'boolean', { frame: 'bool', nullable: true }],
      ['count', 'number', { frame: 'int64', nullable: true }],
      ['share', 'number', { frame: 'float64', nullable: true }],
      ['name', 'string', { frame: 'string', nullable: true }],
      ['mixed', 'string', { frame: 'string', nullable: true }],
    ]);
    expect(data.values).toEqual([
      [true, false],
      [1, null],
      [1.5, null],
      ['a, "b"', null],
      ['6', 'x'],
    ]);
  });

  it('reads moments in columns of time, and labels in the header', async () => {
    const { schema, data } = await csv(
      'Time,endTime,value{host=a}\n2026-11-21T12:00:00Z,1000,1\n2026-11-21T12:01:00+01:00,,2',
    );
    expect(
      schema.fields.map(({ name, type, labels }) => [name, type, labels]),
    ).toEqual([
      ['Time', 'time', undefined],
      ['endTime', 'time', undefined],
      ['value', 'number', { host: 'a' }],
    ]);
    expect(data.values[0]).toEqual([
      Date.UTC(2026, 10, 21, 12),
      Date.UTC(2026, 10, 21, 11, 1),
    ]);
    expect(data.values[1]).toEqual([1000, null]);
  });

  it('says in which line a CSV is broken', async () => {
    expect(
      await ask('csv_content', { csvContent: 'a,b\n1,2\n3' }),
    ).toMatchObject({
      status: 500,
      error: 'record on line 3: wrong number of fields',
    });
  });

  it('takes frames as the API and as the browser write them', async () => {
    const cells = {
      schema: {
        meta: { type: 'heatmap-cells' },
        fields: [{ name: 'xMax', type: 'time' }],
      },
      data: { values: [[1000]] },
    };
    const flat = {
      name: 'b',
      fields: [{ name: 'v', type: 'number', values: [1, 2] }],
    };
    const { frames } = await ask('raw_frame', {
      rawFrameContent: JSON.stringify([cells, flat]),
    });
    expect(frames).toEqual([
      { ...cells, schema: { ...cells.schema, refId: 'A' } },
      {
        schema: {
          name: 'b',
          refId: 'A',
          fields: [{ name: 'v', type: 'number' }],
        },
        data: { values: [[1, 2]] },
      },
    ]);
  });

  it('walks the same way in the same range, within its bounds', async () => {
    const query = {
      seriesCount: 2,
      alias: 'walk',
      labels: 'n=$seriesIndex',
      min: 0,
      max: 10,
      startValue: 5,
      spread: 9,
    };
    const [first, second] = [
      await ask('random_walk', query),
      await ask('random_walk', query),
    ];
    expect(first).toEqual(second);
    expect(first.frames.map(one => one.schema.fields[1].labels)).toEqual([
      { n: '0' },
      { n: '1' },
    ]);
    const values = first.frames[0].data.values[1] as number[];
    expect(values).toHaveLength(60);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(10);
  });

  it('pulses by the clock, whatever the range', async () => {
    const pulseWave = {
      timeStep: 600,
      onCount: 1,
      onValue: 9,
      offCount: 2,
      offValue: 0,
    };
    const { frames } = await ask('predictable_pulse', { pulseWave });
    expect(frames[0].data.values[1]).toEqual([9, 0, 0, 9, 0, 0]);
  });

  it('has lines of a log, the newest first', async () => {
    const { frames } = await ask('logs', { lines: 3, levelColumn: true });
    const [{ schema, data }] = frames;
    expect(schema.meta?.type).toBe('log-lines');
    expect(schema.fields.map(({ name }) => name)).toEqual([
      'labels',
      'timestamp',
      'body',
      'id',
      'labelTypes',
    ]);
    expect(data.values[1]).toEqual(
      [0, 1, 2].map(ago => context.to - ago * 60_000),
    );
    expect(new Set(data.values[3]).size).toBe(3);
  });

  it('fails, is slow or empty on demand', async () => {
    expect(await ask('server_error_500')).toMatchObject({
      status: 500,
      frames: [],
    });
    const values = await ask('server_error_500', { stringInput: '1, 20,null' });
    expect(values.frames[0].data.values).toEqual([
      [context.from, context.from + 1_800_000, context.to],
      [1, 20, null],
    ]);
    expect(await ask('no_data_points')).toEqual({ frames: [] });
    const { frames } = await ask('slow_query', { stringInput: '1m30s' });
    expect(frames).toHaveLength(1);
  });
});
