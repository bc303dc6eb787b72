import { createActionRunner } from '../__testUtils__/createActionRunner';
import { startPlatform } from '../__testUtils__/startPlatform';
import type { CreateAppInput } from './createApp.input';

const deployment = (image: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: hello
spec:
  replicas: 2
  selector: { matchLabels: { app: hello } }
  template:
    metadata: { labels: { app: hello } }
    spec:
      containers: [{ name: hello, image: '${image}' }]
---
apiVersion: v1
kind: Service
metadata: { name: hello }
spec:
  selector: { app: hello }
  ports: [{ port: 80 }]
`;

/** The action against the sandbox's Argo CD, which reads real git and runs simulated pods. */
describe('argocd:create-app on the sandbox', () => {
  const platform = startPlatform();
  const run = (token = 'argocd-sandbox-token') =>
    createActionRunner({ baseUrl: platform.argocdUrl, token });
  const input = (change: Partial<CreateAppInput>): CreateAppInput => ({
    name: 'hello',
    repoUrl: platform.cloneUrl('orders'),
    path: 'hello',
    revision: 'main',
    destination: {
      server: 'https://kubernetes.default.svc',
      namespace: 'hello-dev',
    },
    syncPolicy: { syncOptions: ['CreateNamespace=true'] },
    ...change,
  });

  beforeAll(async () => {
    await platform.commit('orders', 'hello/all.yaml', deployment('hello:1.0'));
    await platform.commit('orders', 'notes/README.md', '# Nothing to deploy');
    await platform.commit('orders', 'broken/all.yaml', 'kind: [');
  });

  it('deploys, though Argo CD is unavailable at first, and finds it all again', async () => {
    await platform.addFault({
      method: 'POST',
      path: '^/api/v1/applications',
      kind: 'status',
      value: 503,
      times: 1,
    });
    const first = await run()(input({}));
    expect(first.error).toBeUndefined();
    expect(first.outputs).toMatchObject({
      created: true,
      syncStatus: 'Synced',
      healthStatus: 'Healthy',
      revision: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    expect(first.log).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Argo CD answered 503; asked again after/),
        'Deployment hello: healthy',
      ]),
    );
    const again = await run()(input({}));
    expect(again.error).toBeUndefined();
    expect(again.log).toContain(
      'Application hello: already there (of this task), as wanted',
    );
    const other = await run()(input({}), { taskId: 'task-2' });
    expect(other.error?.message).toContain('task task-1 made it');
  });

  it.each([
    [
      'a path that is not there',
      { path: 'nowhere' },
      'app path does not exist',
    ],
    ['a path with no manifests', { path: 'notes' }, 'holds no manifests'],
    ['a manifest that does not parse', { path: 'broken' }, 'broken'],
  ])('refuses %s, and leaves nothing', async (_, change, message) => {
    const { error } = await run()(input({ name: 'bad-source', ...change }));
    expect(error?.name).toBe('InputError');
    expect(error?.message).toContain(message);
    const response = await fetch(
      `${platform.argocdUrl}/api/v1/applications/bad-source`,
      { headers: { authorization: 'Bearer argocd-sandbox-token' } },
    );
    expect(response.status).toBe(404);
  });

  it('says that the token is wrong', async () => {
    const { error } = await run('wrong')(input({ name: 'other' }));
    expect(error?.name).toBe('AuthenticationError');
    expect(error?.message).toContain("Check the token of 'main'");
    expect(error?.message).not.toContain('wrong');
    const right = { headers: { authorization: 'Bearer argocd-sandbox-token' } };
    const url = `${platform.argocdUrl}/api/v1/applications/other`;
    expect((await fetch(url, right)).status).toBe(404);
  });
});
