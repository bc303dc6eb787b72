import { mockApis } from '@backstage/frontend-test-utils';
import { SourcesClient } from './SourcesClient';

function client(response: Response) {
  const fetch = jest.fn(async () => response);
  const discoveryApi = mockApis.discovery({ baseUrl: 'http://portal' });
  return {
    fetch,
    api: new SourcesClient({ discoveryApi, fetchApi: { fetch } }),
  };
}

it('names the source in the path, whatever its instance is called', async () => {
  const { fetch, api } = client(Response.json({}));
  await api.check('github:ghe.acme.example/x');
  expect(fetch).toHaveBeenCalledWith(
    'http://portal/api/sources/sources/github%3Aghe.acme.example%2Fx/check',
    { method: 'POST' },
  );
});

it('fails with what the backend says', async () => {
  const error = { name: 'NotAllowedError', message: 'Ask the platform team.' };
  const { api } = client(
    Response.json({ error, response: { statusCode: 403 } }, { status: 403 }),
  );
  await expect(api.list()).rejects.toMatchObject({ cause: error });
});
