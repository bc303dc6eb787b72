import { mockServices } from '@backstage/backend-test-utils';
import { startGithub } from '../__testUtils__/startGithub';
import { createRepoClient } from './createRepoClient';

describe('createRepoClient', () => {
  const github = startGithub();
  const read = async (options: {
    signal?: AbortSignal;
    timeoutMs?: number;
  }) => {
    const client = await createRepoClient({
      ...github.options(),
      ...options,
      repoUrl: github.repoUrl('orders'),
      logger: mockServices.logger.mock(),
    });
    const { owner, repo } = client;
    return client.octokit.rest.repos.get({ owner, repo });
  };
  const hang = (times?: number) =>
    github.addFault({ path: '/repos/mini-org/orders$', kind: 'hang', times });

  it('asks again where no answer comes', async () => {
    await hang(1);
    const { data } = await read({ timeoutMs: 2_000 });
    expect(data.name).toBe('orders');
  });

  it('gives up on a request once the task is cancelled', async () => {
    await hang();
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('cancelled')), 100);
    await expect(read({ signal: controller.signal })).rejects.toThrow(
      'cancelled',
    );
  });
});
