import {
  increase,
  testSeries,
} from '../../../../prometheus/series/__testUtils__/testSeries';
import { LokiDatasource } from '../LokiDatasource';
import { WorldLogs } from './WorldLogs';

const { kit, world, incidents, source } = testSeries();
const now = kit.clock.now().getTime();
const HOUR = 3_600_000;
const [from, to] = [now - 24 * HOUR, now - 23 * HOUR];

incidents.seed([
  {
    kind: 'errors',
    component: 'orders',
    startedAt: from,
    endedAt: from + HOUR / 2,
    errorRatio: 0.02,
  },
]);
const logs = new WorldLogs({ world, source, incidents });
const loki = new LokiDatasource({ source: logs, now: () => now });

afterAll(() => kit.clock.stop());

const context = { from, to, now, intervalMs: HOUR / 2, maxDataPoints: 2 };
const ask = async (expr: string, query = {}) => {
  const { frames, error } = await loki.query({ expr, ...query }, context);
  expect(error).toBeUndefined();
  return frames;
};
const instant = async (expr: string) => {
  const [frame] = await ask(expr, { queryType: 'instant' });
  return (frame?.data.values[1][0] as number) ?? 0;
};
const ORDERS = 'service="orders",environment="production"';

describe('what the pods of the world write down', () => {
  it('has a line for each request that failed, as Prometheus counted them', async () => {
    const failed = await instant(
      `sum(count_over_time({${ORDERS}} | json | level="error" [1h]))`,
    );
    const counted = increase(
      source,
      {
        __name__: 'http_server_request_duration_seconds_count',
        service: 'orders',
        environment: 'production',
        http_response_status_code: '500',
      },
      from,
      to,
    );
    expect(failed).toBeGreaterThan(100);
    expect(Math.abs(failed / counted - 1)).toBeLessThan(0.05);
  });

  it('follows incidents: errors end when they end', async () => {
    const failed = (range: string) =>
      instant(`sum(count_over_time({${ORDERS}} |= "error" [${range}]))`);
    expect(await failed('20m')).toBeLessThan((await failed('50m')) / 10);
  });

  it('says the same of the same time, whatever range is asked for', async () => {
    const [all] = logs.select(
      [
        { name: 'service', operator: '=', value: 'orders' },
        { name: 'environment', operator: '=', value: 'production' },
      ],
      from,
      to,
    );
    const middle = from + HOUR / 3;
    expect(all.entries(from, middle).concat(all.entries(middle, to))).toEqual(
      all.entries(from, to),
    );
    expect(all.labels).toMatchObject({
      service: 'orders',
      container: 'orders',
    });
  });

  it('writes JSON, and logfmt in Go', async () => {
    const [json] = await ask(`{${ORDERS}} |= "error" | json`, { maxLines: 1 });
    expect(json.data.values[0][0]).toMatchObject({
      level: 'error',
      status: '500',
      route: expect.stringMatching(/^\/api\/v1\/orders/),
      trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    const [logfmt] = await ask(
      '{service="inventory"} |= "request" | logfmt | level="info"',
      {
        maxLines: 1,
      },
    );
    expect(logfmt.data.values[0][0]).toMatchObject({
      msg: 'request completed',
      status: expect.stringMatching(/^20[01]$/),
    });
  });

  it('tells the labels of all streams', async () => {
    const { body } = await loki.resource(
      'GET',
      'label/environment/values',
      new URLSearchParams(),
    );
    expect(body).toMatchObject({ data: ['dev', 'production', 'staging'] });
  });
});
