import { startArgocd } from './__testUtils__/startArgocd';
import { TestApplication } from './__testUtils__/TestApplication';
import type { Application } from './types';

const succeeded = ({ status }: Application) =>
  status.operationState?.phase === 'Succeeded';
const AUTOMATED = {
  syncPolicy: {
    automated: { prune: true, selfHeal: true },
    syncOptions: ['CreateNamespace=true'],
  },
};
describe('an application that syncs by itself', () => {
  let argocd: Awaited<ReturnType<typeof startArgocd>>;
  let app: TestApplication;
  let number = 0;

  beforeAll(async () => {
    argocd = await startArgocd();
  }, 240_000);
  beforeEach(async () => {
    number += 1;
    app = await TestApplication.prepare(argocd, `auto-${number}`);
  });
  afterAll(() => argocd.stop());

  it('follows the repository by itself, and heals drift', async () => {
    await app.create(AUTOMATED);
    await app.until(succeeded);
    const commit = await app.commit({ image: 'ghcr.io/mini-org/shop:1.1.0' });
    const after = await app.until(
      one => succeeded(one) && one.status.sync.revision === commit,
    );
    expect(after.status.summary?.images).toEqual([
      'ghcr.io/mini-org/shop:1.1.0',
    ]);
    await app.drift();
    await app.until(
      ({ status }) =>
        (status.history ?? []).length === 3 && status.sync.status === 'Synced',
    );
    expect((await app.deployment()).body.spec.replicas).toBe(1);
  });

  it('only notices drift without selfHeal', async () => {
    await app.create();
    await app.syncToEnd();
    await app.drift();
    const { status } = await app.until(
      one => one.status.sync.status === 'OutOfSync',
    );
    expect(
      status.resources?.filter(one => one.status === 'OutOfSync'),
    ).toMatchObject([{ kind: 'Deployment', name: 'shop' }]);
  });

  it.each([
    ['an image that is not there', { image: 'ghcr.io/a/b:does-not-exist' }],
    ['a container that crashes', { behaviour: 'crash-loop' }],
  ])('is Degraded by %s', async (_what, broken) => {
    await app.commit(broken);
    await app.create(AUTOMATED);
    const { status } = await app.until(
      one => one.status.health.status === 'Degraded',
    );
    expect(status.operationState?.phase).toBe('Succeeded');
  });
});
