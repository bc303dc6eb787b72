import { GrafanaClient } from './GrafanaClient';
import { readDataUrl } from './readDataUrl';

jest.mock('./readDataUrl', () => ({
  readDataUrl: jest.fn(async () => 'data:image/png;base64,AAAA'),
}));

const ORDERS = 'component:default/orders';
const ADDRESS = { entityRef: ORDERS, instance: 'mini org', uid: 'red' };
const signal = new AbortController().signal;

function createClient(answer: () => Response) {
  const fetch = jest.fn(async (_url: string, _init?: RequestInit) => answer());
  const client = new GrafanaClient({
    discoveryApi: { getBaseUrl: async () => 'http://portico/api/grafana' },
    fetchApi: { fetch: fetch as never },
  });
  return {
    client,
    fetch,
    asked: () => decodeURIComponent(fetch.mock.calls[0][0]),
  };
}

const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });

describe('GrafanaClient', () => {
  it('names entity, dashboard, panel, range, values and points, and nothing else', async () => {
    const { client, asked } = createClient(() => json({}));
    await client.panel(
      ADDRESS,
      '4-clone-2',
      { from: 'now-6h', to: 'now', values: { route: ['a', 'b'] }, points: 600 },
      signal,
    );
    expect(asked()).toBe(
      'http://portico/api/grafana/panels/component/default/orders/mini org/red/4-clone-2?from=now-6h&to=now&points=600&var-route=a&var-route=b',
    );
  });

  it('leaves the range to the dashboard where none was chosen', async () => {
    const { client, asked } = createClient(() => json({}));
    await client.dashboard(ADDRESS, { values: {} });
    expect(asked()).toMatch(
      /\/dashboards\/component\/default\/orders\/mini org\/red\?$/,
    );
  });

  it('gives pictures in a form that the content security policy lets through', async () => {
    const png = new Blob(['png']);
    const answer = { ok: true, blob: async () => png } as Response;
    const { client, asked } = createClient(() => answer);
    const picture = client.picture(
      ADDRESS,
      '9',
      { values: {}, width: 600, height: 200, theme: 'dark' },
      signal,
    );
    await expect(picture).resolves.toBe('data:image/png;base64,AAAA');
    expect(readDataUrl).toHaveBeenCalledWith(png);
    expect(asked()).toMatch(/\/9\/picture\?width=600&height=200&theme=dark$/);
  });

  it('fails with the name that the backend gave', async () => {
    const error = {
      name: 'RangeRefusedError',
      message: '10 years, at most 90 days',
    };
    const { client } = createClient(() =>
      json({ error, response: { statusCode: 400 } }, 400),
    );
    await expect(client.alerts(ORDERS)).rejects.toMatchObject({ cause: error });
  });

  it('ends one silence by its id', async () => {
    const { client, fetch, asked } = createClient(
      () => new Response(null, { status: 204 }),
    );
    await client.endSilence(ORDERS, 'mini-org', 'a/b');
    expect(fetch.mock.calls[0][1]).toMatchObject({ method: 'DELETE' });
    expect(asked()).toMatch(
      /silences\/component\/default\/orders\/mini-org\/a\/b$/,
    );
  });
});
