import { ConflictError, NotAllowedError } from '@backstage/errors';
import { ArgocdInstances } from '@portico/plugin-argocd-node';
import { createTestGuard } from '@portico/plugin-flows-node/testUtils';
import { StepRunner } from '@portico/plugin-flows-test-utils';
import { createActionRunner } from '../__testUtils__/createActionRunner';
import { startPlatform } from '../__testUtils__/startPlatform';
import { createArgocdDeleteAppAction } from './deleteApp';
import { createArgocdSyncAppAction } from './syncApp';

const configMap = (value: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { value: '${value}' }
`;
const entityRef = 'component:default/wishes';

jest.setTimeout(240_000); // real git repositories, on machines that have other work too

describe('an application after its first day', () => {
  const platform = startPlatform();
  const runner = new StepRunner();
  const setUp = (allow = true) => {
    const url = platform.argocdUrl;
    const options = {
      instances: new ArgocdInstances([
        {
          name: 'main',
          baseUrl: url,
          token: 'argocd-sandbox-token',
          frontendUrl: url,
          isDefault: true,
        },
      ]),
      guard: createTestGuard({ allow }),
      ledger: runner.ledger,
      patience: { pollMs: 20, graceMs: 1_000 },
      pollMs: 20,
    };
    return {
      sync: createArgocdSyncAppAction(options),
      remove: createArgocdDeleteAppAction(options),
    };
  };

  beforeAll(async () => {
    await platform.createRepository('wishes');
    await platform.commit('wishes', 'deploy/a.yaml', configMap('one'));
    const create = createActionRunner({
      baseUrl: platform.argocdUrl,
      kubernetesUrl: platform.kubernetesUrl,
      token: 'argocd-sandbox-token',
    });
    const { error } = await create({
      name: 'wishes-dev',
      repoUrl: platform.cloneUrl('wishes'),
      path: 'deploy',
      revision: 'main',
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'wishes-dev',
      },
      syncPolicy: { syncOptions: ['CreateNamespace=true'] },
      entityRef,
    });
    if (error) throw error;
  }, 240_000);

  it('is brought to the commit that was merged, and to nothing in a dry run', async () => {
    const revision = await platform.commit(
      'wishes',
      'deploy/b.yaml',
      configMap('two').replace('settings', 'more'),
    );
    const input = { name: 'wishes-dev', entityRef, revision };
    const dry = await runner.run(setUp().sync, { ...input, dryRun: true });
    expect(dry.error).toBeUndefined();
    expect(dry.outputs.syncStatus).toBe('OutOfSync');
    for (const round of [1, 2]) {
      const { error, outputs } = await runner.run(setUp().sync, input);
      expect([round, error]).toEqual([round, undefined]);
      expect(outputs).toMatchObject({
        syncStatus: 'Synced',
        healthStatus: 'Healthy',
        revision,
      });
    }
  });

  it('is left alone for another entity, and for who may not', async () => {
    const other = { name: 'wishes-dev', entityRef: 'component:default/tax' };
    const { sync, remove } = setUp();
    for (const action of [sync, remove]) {
      const { error } = await runner.run(action as typeof remove, other, {
        taskId: 'task-2',
      });
      expect(error).toBeInstanceOf(ConflictError);
    }
    const denied = await runner.run(setUp(false).remove, {
      name: 'wishes-dev',
      entityRef,
    });
    expect(denied.error).toBeInstanceOf(NotAllowedError);
    expect(await platform.hasApplication('wishes-dev')).toBe(true);
  });

  it('which Portico did not make is known by its label', async () => {
    const input = { name: 'orders-production', wait: false };
    const own = { ...input, entityRef: 'component:default/orders' };
    expect((await runner.run(setUp().sync, own)).error).toBeUndefined();
    const foreign = { ...input, entityRef: 'component:default/cart' };
    expect((await runner.run(setUp().sync, foreign)).error).toBeInstanceOf(
      ConflictError,
    );
  });

  it('is deleted with what it deployed, waited for, and then gone', async () => {
    const input = { name: 'wishes-dev', entityRef };
    const first = await runner.run(setUp().remove, input);
    expect(first.error).toBeUndefined();
    expect(first.outputs).toEqual({ deleted: true });
    expect(await platform.hasApplication('wishes-dev')).toBe(false);
    expect(runner.ledger.summary).toContain(
      'removed Argo CD application wishes-dev',
    );
    const again = await runner.run(setUp().remove, input);
    expect(again.outputs).toEqual({ deleted: false });
  });
});
