import { NOW, testLogs } from './__testUtils__/testLogs';
import { LokiDatasource } from './LokiDatasource';

const json = (level: string, status: number, ms: number, more = {}) =>
  JSON.stringify({
    level,
    msg: `done ${status}`,
    status,
    took: { ms },
    ...more,
  });

const source = testLogs([
  {
    labels: { service: 'orders', pod: 'a' },
    lines: [
      [290, json('info', 200, 10)],
      [200, json('error', 500, 900, { route: '/x' })],
      [100, json('info', 201, 30)],
      [10, json('warn', 404, 20)],
    ],
  },
  {
    labels: { service: 'orders', pod: 'b' },
    lines: [[50, json('error', 503, 100)]],
  },
  {
    labels: { service: 'tax', pod: 'c' },
    lines: [
      [20, 'level=info msg="it is done" took=1.5s'],
      [5, 'no pairs {'],
    ],
  },
]);
const loki = new LokiDatasource({ source, now: () => NOW });
const context = {
  from: NOW - 300_000,
  to: NOW,
  now: NOW,
  intervalMs: 60_000,
  maxDataPoints: 5,
};
const ask = (expr: string, query = {}) =>
  loki.query({ refId: 'A', expr, queryType: 'range', ...query }, context);
const linesOf = async (expr: string, query = {}) => {
  const { frames, error } = await ask(expr, query);
  expect(error).toBeUndefined();
  return frames[0].data.values[2];
};
const DONE = ['done 404', 'done 503', 'done 201', 'done 500', 'done 200'];

describe("Grafana's Loki data source", () => {
  it('answers lines as the real plugin does, the newest first', async () => {
    const { frames } = await ask('{pod="b"} | json');
    const [{ schema, data }] = frames;
    expect(schema.meta).toMatchObject({
      custom: { frameType: 'LabeledTimeValues' },
      executedQueryString: 'Expr: {pod="b"} | json',
    });
    expect(schema.fields.map(({ name, type }) => [name, type])).toEqual([
      ['labels', 'other'],
      ['Time', 'time'],
      ['Line', 'string'],
      ['tsNs', 'string'],
      ['labelTypes', 'other'],
      ['id', 'string'],
    ]);
    const at = NOW - 50_000;
    expect(data.values.map(([first]) => first)).toEqual([
      {
        detected_level: 'error',
        level: 'error',
        msg: 'done 503',
        pod: 'b',
        service: 'orders',
        status: '503',
        took_ms: '100',
      },
      at,
      json('error', 503, 100),
      `${at}000000`,
      expect.objectContaining({ pod: 'I', detected_level: 'S', level: 'P' }),
      expect.stringMatching(new RegExp(`^${at}000000_[0-9a-f]+$`)),
    ]);
  });

  it.each([
    ['| json | line_format "{{.msg}}"', DONE],
    ['|= "50" | json | line_format "{{.msg}}"', [DONE[1], DONE[3]]],
    ['|= "500" or "404" | json | line_format "{{.msg}}"', [DONE[0], DONE[3]]],
    ['!= "50" != `404` | json | line_format "{{.msg}}"', [DONE[2], DONE[4]]],
    ['|~ "done 2.." | json | line_format "{{.msg}}"', [DONE[2], DONE[4]]],
    ['|~ "(?i)DONE 4" | json | line_format "{{.msg}}"', [DONE[0]]],
    ['!~ "done [245]" | json', []],
    [
      '| json | level="error" | line_format "{{.msg | upper}}"',
      ['DONE 503', 'DONE 500'],
    ],
    [
      '| json | level=~"warn|info", status < 400 | line_format "{{.msg}}"',
      [DONE[2], DONE[4]],
    ],
    [
      '| json | status >= 500 and took_ms > 500 or level="warn" | line_format "{{.msg}}"',
      [DONE[0], DONE[3]],
    ],
    [
      '| json | (level="warn" or status=503) and pod="b" | line_format "{{.msg}}"',
      [DONE[1]],
    ],
    [
      '| regexp "done (?P<code>\\\\d+)" | code="404" | line_format "{{.code}} of {{.pod}}"',
      ['404 of a'],
    ],
  ])('keeps lines for %s', async (pipeline, expected) => {
    expect(await linesOf(`{service="orders"} ${pipeline}`)).toEqual(expected);
  });

  it('reads logfmt, durations and lines that are none', async () => {
    expect(
      await linesOf(
        '{service="tax"} | logfmt | took > 1s | line_format "{{.msg}}"',
      ),
    ).toEqual(['it is done']);
    expect(
      await linesOf('{service="tax"} | json | __error__="JSONParserErr"'),
    ).toHaveLength(2);
  });

  it('limits lines, from the end or the beginning', async () => {
    const query = '{service="orders"} | json | line_format "{{.msg}}"';
    expect(await linesOf(query, { maxLines: 2 })).toEqual(DONE.slice(0, 2));
    expect(await linesOf(query, { maxLines: 2, direction: 'forward' })).toEqual(
      ['done 200', 'done 500'],
    );
  });

  const MINUTES = [5, 4, 3, 2, 1, 0].map(ago => NOW - ago * 60_000);
  const samples = async (expr: string, query = {}) => {
    const { frames, error } = await ask(expr, query);
    expect(error).toBeUndefined();
    return frames.map(({ schema, data }) => [
      schema.fields[1].config?.displayNameFromDS,
      data.values[0].map(at => MINUTES.indexOf(at as number)),
      data.values[1],
    ]);
  };

  it.each([
    [
      'sum(count_over_time({service="orders"}[$__auto]))',
      [['{}', [1, 2, 4, 5], [1, 1, 1, 2]]],
    ],
    [
      'sum by (level) (count_over_time({service="orders"} | json [5m])) > 1',
      [
        ['{level="error"}', [5], [2]],
        ['{level="info"}', [4, 5], [2, 2]],
      ],
    ],
    [
      'sum(rate({service="orders"} |= "error" [1m]))',
      [['{}', [2, 5], [1 / 60, 1 / 60]]],
    ],
    [
      'sum(bytes_over_time({pod="b"}[1m]))',
      [['{}', [5], [json('error', 503, 100).length]]],
    ],
    [
      'sum_over_time({service="orders"} | json | unwrap took_ms [5m]) by (level)',
      [
        ['{level="error"}', [2, 3, 4, 5], [900, 900, 900, 1000]],
        ['{level="info"}', [1, 2, 3, 4, 5], [10, 10, 10, 40, 40]],
        ['{level="warn"}', [5], [20]],
      ],
    ],
    [
      'quantile_over_time(0.5, {pod="a"} | json | unwrap took_ms [5m]) by ()',
      [['{}', [1, 2, 3, 4, 5], [10, 455, 455, 30, 25]]],
    ],
    [
      'topk(1, sum by (level) (count_over_time({pod="a"} | json | level=~"info|warn" [5m])))',
      [['{level="info"}', [1, 2, 3, 4, 5], [1, 1, 1, 2, 2]]],
    ],
    [
      'sum(count_over_time({service="orders"} |= "error" [5m])) / sum(count_over_time({service="orders"}[5m]))',
      [['{}', [2, 3, 4, 5], [0.5, 0.5, 1 / 3, 0.4]]],
    ],
  ])('counts %s', async (expr, expected) => {
    expect(await samples(expr)).toEqual(expected);
  });

  it('answers an instant query over the whole range, with a legend', async () => {
    const query = {
      queryType: 'instant',
      legendFormat: 'lines of {{ service }}',
    };
    const expr = 'sum by (service) (count_over_time({service=~".+"}[$__auto]))';
    expect(await samples(expr, query)).toEqual([
      ['lines of orders', [5], [5]],
      ['lines of tax', [5], [2]],
    ]);
  });

  it.each([
    [
      '{service="orders"',
      'parse error at line 1, col 18: syntax error: unexpected $end',
    ],
    ['', 'parse error at line 1, col 1: syntax error: unexpected $end'],
    ['{service=~".*"}', /at least one regexp or equality matcher/],
    [
      '{service="tax"} | pattern "<a> b"',
      /this sandbox does not evaluate `pattern/,
    ],
    [
      'count_over_time({service="tax"} | json [5m])',
      /^pipeline error: 'JSONParserErr' for series/,
    ],
  ])('refuses %s', async (expr, message) => {
    const { error, status } = await ask(expr);
    expect(status).toBe(400);
    expect(error).toMatch(message);
  });

  it.each([
    ['labels', '', ['pod', 'service']],
    ['label/pod/values', '', ['a', 'b', 'c']],
    ['label/pod/values', 'query={service="orders"}', ['a', 'b']],
    ['series', 'match[]={pod="c"}', [{ service: 'tax', pod: 'c' }]],
  ])('tells %s?%s', async (path, query, data) => {
    const answer = await loki.resource('GET', path, new URLSearchParams(query));
    expect(answer.body).toEqual({ status: 'success', data });
  });
});
