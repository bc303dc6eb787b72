import type { JsonObject } from '@backstage/types';
import type { ResolvedPanel } from '../view/ResolvedPanel';
import { createPanel, PROMETHEUS, target } from './__testUtils__/createPanel';
import { series } from './__testUtils__/frameJson';
import { serviceWith } from './__testUtils__/showPanel';
import {
  startFakeGrafana,
  type FakeAnswer,
  type FakeGrafana,
} from './__testUtils__/startFakeGrafana';

describe('what goes wrong with a panel', () => {
  let grafana: FakeGrafana;
  beforeEach(async () => {
    grafana = await startFakeGrafana();
  });
  afterEach(() => grafana.stop());

  const ask = (facts: Partial<ResolvedPanel> = {}, limits: JsonObject = {}) =>
    serviceWith(limits).data(createPanel(grafana.client, facts), {
      points: 300,
      signal: new AbortController().signal,
    });
  const failed = (error: string, status = 400): FakeAnswer => ({
    status: status === 404 ? 404 : 400,
    body: { results: { A: { status, error } } },
  });

  it.each<[string, string, FakeAnswer, RegExp]>([
    [
      'a query that is wrong',
      'QueryFailedError',
      failed('bad_data: parse error: unexpected end of input'),
      /Data source 'Prometheus' answered 400 to query A: bad_data.*Correct the query/,
    ],
    [
      'a data source that is too slow',
      'GrafanaTimeoutError',
      failed('Post "http://prometheus:9090": context deadline exceeded', 504),
      /'Prometheus' did not answer query A in time.*shorter range/,
    ],
    [
      'a data source that Grafana lost',
      'DatasourceNotFoundError',
      { status: 404, body: { message: 'Data source not found' } },
      /Data source not found/,
    ],
    [
      'a token that is refused',
      'GrafanaCredentialError',
      { status: 401, body: { message: 'Invalid API key' } },
      /answered 401.*grafana\.instances/,
    ],
    [
      'a Grafana that is down',
      'GrafanaUnreachableError',
      { status: 503, body: { message: 'starting' } },
      /answered 503.*starting/,
    ],
  ])('says of %s what it is: %s', async (_, name, answer, message) => {
    grafana.answers(() => answer);
    const error = await ask().catch(it => it);
    expect(error).toMatchObject({
      name,
      message: expect.stringMatching(message),
    });
    expect(JSON.stringify([error, error.message])).not.toContain('s3cr3t');
  });

  it('waits no longer than it may', async () => {
    grafana.answers(() => ({ until: new Promise(() => undefined) }));
    await expect(ask({}, { timeoutSeconds: 1 })).rejects.toMatchObject({
      name: 'GrafanaTimeoutError',
      message: expect.stringMatching(
        /^Data source 'Prometheus' did not answer within 1 s .*shorter range/,
      ),
    });
  });

  it('refuses what is too large, and says what to do', async () => {
    grafana.answersFrames({ A: [series({}, [1, 2, 3])] });
    await expect(ask({}, { bytes: 100 })).rejects.toMatchObject({
      name: 'ResultTooLargeError',
      message: expect.stringMatching(
        /'p95 by route' from 'Prometheus' is larger than 0\.0001 MB \(grafana\.limits\.bytes\)\. Choose a shorter range/,
      ),
    });
  });

  it('asks nothing where the data source is gone', async () => {
    const gone = target(
      'A',
      {},
      { datasource: undefined, missing: 'old-prom' },
    );
    await expect(ask({ targets: [gone] })).rejects.toMatchObject({
      name: 'DatasourceNotFoundError',
      message: expect.stringContaining("'old-prom'"),
    });
    expect(grafana.asked).toEqual([]);
  });

  it('takes the empty frame of a query that failed for no data', async () => {
    grafana.answers(() => ({
      status: 400,
      body: {
        results: {
          A: {
            status: 400,
            error: 'bad_data',
            frames: [{ schema: { fields: [] }, data: { values: [] } }],
          },
        },
      },
    }));
    await expect(ask()).rejects.toMatchObject({ name: 'QueryFailedError' });
  });

  it('shows what answered, and names what did not', async () => {
    grafana.answers((_path, { queries }) => {
      const [{ datasource }] = queries as { datasource: { uid: string } }[];
      return datasource.uid === 'loki'
        ? { status: 503, body: { message: 'away' } }
        : {
            status: 207,
            body: {
              results: {
                A: { status: 200, frames: [series({}, [1])] },
                B: { status: 422, error: 'too many series' },
              },
            },
          };
    });
    const loki = { uid: 'loki', type: 'loki', name: 'Loki' };
    const data = await ask({
      targets: [
        target('A'),
        target('B'),
        target('C', {}, { datasource: loki }),
        target('D', {}, { datasource: undefined, missing: 'old-prom' }),
      ],
    });
    expect(data.frames).toHaveLength(1);
    expect(
      Object.fromEntries(data.failures.map(it => [it.refId, it.name])),
    ).toEqual({
      B: 'QueryFailedError',
      C: 'GrafanaUnreachableError',
      D: 'DatasourceNotFoundError',
    });
    expect(data.asked.requests).toBe(1);
  });

  it('passes on what the data source says beside the data', async () => {
    const frame = series({}, [1]);
    const notice = { severity: 'warning' as const, text: 'results truncated' };
    (frame.schema as JsonObject).meta = { notices: [notice] };
    grafana.answersFrames({ A: [frame] });
    expect((await ask()).notices).toEqual([notice]);
  });

  it('does not send queries to the browser', async () => {
    const frame = series({}, [1]);
    (frame.schema as JsonObject).meta = {
      executedQueryString: 'Expr: secret_metric',
      custom: { resultType: 'secret_metric' },
    };
    grafana.answersFrames({ A: [frame] });
    const data = await ask({
      targets: [
        target('A', { expr: 'secret_metric' }, { datasource: PROMETHEUS }),
      ],
    });
    expect(JSON.stringify(data)).not.toContain('secret_metric');
  });
});
