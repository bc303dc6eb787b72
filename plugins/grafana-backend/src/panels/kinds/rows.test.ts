import { target } from '../__testUtils__/createPanel';
import { frameJson, minutes, series } from '../__testUtils__/frameJson';
import { columns, showPanel } from '../__testUtils__/showPanel';
import {
  startFakeGrafana,
  type FakeGrafana,
} from '../__testUtils__/startFakeGrafana';

describe('panels of rows', () => {
  let grafana: FakeGrafana;
  beforeAll(async () => {
    grafana = await startFakeGrafana();
  });
  afterAll(() => grafana.stop());

  it('makes one table of the series of Prometheus', async () => {
    const data = await showPanel(
      grafana,
      [
        series({ pod: 'a', zone: '1' }, [5], [60_000]),
        series({ pod: 'b' }, [6], [60_000]),
      ],
      { type: 'table', targets: [target('A', { format: 'table' })] },
    );
    expect(columns(data)).toEqual([
      {
        Time: [60_000, 60_000],
        pod: ['a', 'b'],
        zone: ['1', ''],
        Value: [5, 6],
      },
    ]);
  });

  it('reduces what the footer shows over all rows, and cuts what is too long', async () => {
    const values = Array.from({ length: 30 }, (_, at) => at);
    const data = await showPanel(
      grafana,
      [
        frameJson([
          { name: 'pod', type: 'string', values: values.map(String) },
          { name: 'cpu', type: 'number', values },
        ]),
      ],
      {
        type: 'table',
        options: { footer: { show: true, reducer: ['sum'], fields: ['cpu'] } },
      },
      { rows: 10 },
    );
    const [pod, cpu] = data.frames[0].fields;
    expect(data.frames[0].length).toBe(10);
    expect(pod.calcs).toBeUndefined();
    expect(cpu).toMatchObject({ calcs: { sum: 435 }, config: { max: 29 } });
    expect(cpu.values).toHaveLength(10);
    expect(data.notices[0].text).toMatch(/^10 of 30 rows are shown/);
  });

  it('names what JSON has no words for', async () => {
    const { frames } = await showPanel(
      grafana,
      [
        frameJson([
          {
            name: 'v',
            type: 'number',
            values: [1, null, null, null, null],
            entities: { NaN: [1], Inf: [2], NegInf: [3] },
          },
        ]),
      ],
      { type: 'table' },
    );
    expect(frames[0].fields[0]).toMatchObject({
      values: [1, null, null, null, null],
      special: { nan: [1], inf: [2], negInf: [3] },
    });
  });

  const LOGS = frameJson(
    [
      {
        name: 'labels',
        type: 'other',
        values: [{ app: 'orders', level: 'warn' }, {}, { app: 'pay' }],
      },
      { name: 'Time', type: 'time', values: minutes(3) },
      {
        name: 'Line',
        type: 'string',
        values: ['slow', '{"level":"error"}', 'all is well'],
      },
      { name: 'tsNs', type: 'string', values: ['0', '1', '2'] },
    ],
    { meta: { custom: { query: '{app="orders"}' } } },
  );

  it('shows the newest lines of logs first, with how bad they are', async () => {
    const data = await showPanel(grafana, [LOGS], { type: 'logs' });
    expect(columns(data)).toEqual([
      {
        timestamp: [120_000, 60_000, 0],
        body: ['all is well', '{"level":"error"}', 'slow'],
        severity: ['unknown', 'error', 'warning'],
        labels: [{ app: 'pay' }, {}, { app: 'orders', level: 'warn' }],
      },
    ]);
    expect(data.frames[0].meta).toEqual({ type: 'log-lines' });
    expect(JSON.stringify(data)).not.toContain('query');
  });

  it('keeps the newest where there are too many, in the order asked for', async () => {
    const data = await showPanel(
      grafana,
      [LOGS],
      { type: 'logs', options: { sortOrder: 'Ascending' } },
      { logLines: 2 },
    );
    expect(columns(data)[0].timestamp).toEqual([60_000, 120_000]);
    expect(data.notices[0].text).toMatch(/^2 of 3 lines are shown/);
  });
});
