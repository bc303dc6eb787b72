import { createActionRunner } from '../__testUtils__/createActionRunner';
import { startPlatform } from '../__testUtils__/startPlatform';
import type { CreateAppInput } from './createApp.input';

// Git, pods and a cluster are at work; slow machines need their time.
jest.setTimeout(240_000);

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
    createActionRunner({
      baseUrl: platform.argocdUrl,
      kubernetesUrl: platform.kubernetesUrl,
      token,
    });
  const input = (change: Partial<CreateAppInput>): CreateAppInput => ({
    name: 'hello',
    repoUrl: platform.cloneUrl('manifests'),
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
    await platform.createRepository('manifests');
    await platform.commit(
      'manifests',
      'hello/all.yaml',
      deployment('hello:1.0'),
    );
    await platform.commit(
      'manifests',
      'notes/README.md',
      '# Nothing to deploy',
    );
    await platform.commit('manifests', 'broken/all.yaml', 'kind: [');
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
  ])('refuses %s, and can be cleaned up', async (_, change, message) => {
    const step = run();
    const { error } = await step(input({ name: 'bad-source', ...change }));
    expect(error?.name).toBe('InputError');
    expect(error?.message).toContain(message);
    // Some faults Argo CD sees at once, and makes nothing.
    expect(['removed', 'absent']).toContain(await step.remove());
    await expect(platform.hasApplication('bad-source')).resolves.toBe(false);
  });

  it('is removed with what it deployed and the namespace that it brought', async () => {
    const step = run();
    const namespace = 'brought-dev';
    const destination = {
      server: 'https://kubernetes.default.svc',
      namespace,
    };
    const { error } = await step(input({ name: 'brought', destination }));
    expect(error).toBeUndefined();
    await expect(platform.hasNamespace(namespace)).resolves.toBe(true);
    expect(step.ledger.summary).toContain(`made Namespace ${namespace}`);
    await platform.addFault({
      method: 'DELETE',
      path: '^/api/v1/applications/brought',
      kind: 'status',
      value: 503,
      times: 1,
    });
    await platform.addFault({
      service: 'kubernetes',
      method: 'DELETE',
      path: `/namespaces/${namespace}$`,
      kind: 'status',
      value: 503,
      times: 1,
    });
    await expect(step.remove()).resolves.toBe('removed');
    await expect(platform.hasApplication('brought')).resolves.toBe(false);
    await expect(platform.hasNamespace(namespace)).resolves.toBe(false);
    await expect(step.remove()).resolves.toBe('absent');
  });

  it('leaves a namespace that was there, or that others use by now', async () => {
    const destination = {
      server: 'https://kubernetes.default.svc',
      namespace: 'shared-dev',
    };
    const first = run();
    await first(input({ name: 'shared-a', destination }));
    const second = run();
    await second(input({ name: 'shared-b', destination }), {
      taskId: 'task-2',
    });
    expect(second.ledger.summary).not.toContain('made Namespace shared-dev');
    await expect(first.remove()).resolves.toBe('removed');
    await expect(platform.hasNamespace('shared-dev')).resolves.toBe(true);
    await expect(second.remove()).resolves.toBe('removed');
    await expect(platform.hasNamespace('shared-dev')).resolves.toBe(true);
  });

  it('says that the token is wrong', async () => {
    const { error } = await run('wrong')(input({ name: 'other' }));
    expect(error?.name).toBe('AuthenticationError');
    expect(error?.message).toContain("Check the token of 'main'");
    expect(error?.message).not.toContain('wrong');
    await expect(platform.hasApplication('other')).resolves.toBe(false);
  });
});
