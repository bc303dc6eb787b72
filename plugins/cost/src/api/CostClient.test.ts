import { mockApis } from '@backstage/frontend-test-utils';
import { CostClient } from './CostClient';

const ORDERS = 'component:default/orders';

function client(response: () => Response) {
  const fetch = jest.fn(async () => response());
  const discoveryApi = mockApis.discovery({ baseUrl: 'http://portal' });
  return { fetch, api: new CostClient({ discoveryApi, fetchApi: { fetch } }) };
}

describe('CostClient', () => {
  it('asks for a row of an entity, with whatever its name contains', async () => {
    const { fetch, api } = client(() => Response.json({}));
    await api.resources(ORDERS, {
      month: '2026-11',
      by: 'category',
      within: 'AI & ML',
    });
    expect(fetch).toHaveBeenCalledWith(
      'http://portal/api/cost/entity/component/default/orders/resources?month=2026-11&by=category&within=AI+%26+ML',
      undefined,
    );
  });

  it('repeats where a reader has drilled down to', async () => {
    const { fetch, api } = client(() => Response.json({}));
    await api.breakdown({ by: 'owner', within: ['group:default/data', 'x'] });
    expect(fetch).toHaveBeenCalledWith(
      'http://portal/api/cost/breakdown?by=owner&within=group%3Adefault%2Fdata&within=x',
      undefined,
    );
  });

  it('asks once for what several parts of a page need', async () => {
    const { fetch, api } = client(() => Response.json({ items: [] }));
    await Promise.all([api.summaries([ORDERS]), api.summaries([ORDERS])]);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('fails with what the backend says', async () => {
    const error = { name: 'NotAllowedError', message: 'orders is commerce’s.' };
    const { api } = client(() =>
      Response.json({ error, response: { statusCode: 403 } }, { status: 403 }),
    );
    await expect(api.entity(ORDERS)).rejects.toMatchObject({ cause: error });
  });
});
