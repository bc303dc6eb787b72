import { mockApis } from '@backstage/frontend-test-utils';
import { ApprovalsClient } from './ApprovalsClient';

function client(response: Response) {
  const fetch = jest.fn(async () => response);
  const discoveryApi = mockApis.discovery({ baseUrl: 'http://portal' });
  return {
    fetch,
    api: new ApprovalsClient({ discoveryApi, fetchApi: { fetch } }),
  };
}

describe('ApprovalsClient', () => {
  it('repeats states in the query and leaves out what is not given', async () => {
    const { fetch, api } = client(Response.json({ items: [] }));
    await api.list({ view: 'all', state: ['refused', 'expired'], offset: 0 });
    expect(fetch).toHaveBeenCalledWith(
      'http://portal/api/approvals/approvals?view=all&state=refused&state=expired&offset=0',
      undefined,
    );
  });

  it('fails with what the backend says', async () => {
    const error = { name: 'ConflictError', message: 'Planned again.' };
    const { api } = client(
      new Response(JSON.stringify({ error, response: { statusCode: 409 } }), {
        status: 409,
        headers: { 'content-type': 'application/json' },
      }),
    );
    await expect(
      api.decide('a/1', { decision: 'approve', fingerprint: 'f' }),
    ).rejects.toMatchObject({ cause: error });
  });
});
