import { mockApis } from '@backstage/frontend-test-utils';
import { HealthClient } from './HealthClient';

const ORDERS = 'component:default/orders';
const JSON_HEADERS = { 'content-type': 'application/json' };

function client(response: Response) {
  const fetch = jest.fn(async () => response);
  const discoveryApi = mockApis.discovery({ baseUrl: 'http://portal' });
  return {
    fetch,
    api: new HealthClient({ discoveryApi, fetchApi: { fetch } }),
  };
}

describe('HealthClient', () => {
  it('asks for a chart of an environment over a time', async () => {
    const { fetch, api } = client(Response.json({}));
    await api.series(ORDERS, {
      chart: 'latency',
      from: '2026-11-20T13:00:00.000Z',
      to: '2026-11-20T14:00:00.000Z',
      environment: 'a&b',
    });
    expect(fetch).toHaveBeenCalledWith(
      'http://portal/api/health/series/component/default/orders?chart=latency&from=2026-11-20T13%3A00%3A00.000Z&to=2026-11-20T14%3A00%3A00.000Z&environment=a%26b',
      undefined,
    );
  });

  it('keeps the place of what it may not see', async () => {
    const { fetch, api } = client(Response.json({ items: [null, { a: 1 }] }));
    await expect(api.summaries([ORDERS, 'component:x/y'])).resolves.toEqual([
      undefined,
      { a: 1 },
    ]);
    expect(fetch).toHaveBeenCalledWith(
      'http://portal/api/health/verdicts/by-refs',
      {
        method: 'POST',
        headers: JSON_HEADERS,
        body: JSON.stringify({ entityRefs: [ORDERS, 'component:x/y'] }),
      },
    );
  });

  it('fails with what the backend says', async () => {
    const error = { name: 'NotFoundError', message: 'No such component.' };
    const { api } = client(
      new Response(JSON.stringify({ error, response: { statusCode: 404 } }), {
        status: 404,
        headers: JSON_HEADERS,
      }),
    );
    await expect(api.verdict(ORDERS)).rejects.toMatchObject({ cause: error });
  });
});
