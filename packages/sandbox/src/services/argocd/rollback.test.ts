import { startArgocd } from './__testUtils__/startArgocd';
import { isOver, TestApplication } from './__testUtils__/TestApplication';

describe('rolling an application back', () => {
  let argocd: Awaited<ReturnType<typeof startArgocd>>;
  let app: TestApplication;
  let number = 0;

  beforeAll(async () => {
    argocd = await startArgocd();
  }, 240_000);
  beforeEach(async () => {
    number += 1;
    app = await TestApplication.prepare(argocd, `rollback-${number}`);
  });
  afterAll(() => argocd.stop());

  it('rolls back to what was deployed before, unless it syncs by itself', async () => {
    await app.create();
    const first = await app.syncToEnd();
    await app.commit({ image: 'ghcr.io/mini-org/shop:does-not-exist' });
    await app.syncToEnd();
    const rollback = (body: object) =>
      argocd.argocd('POST', `/applications/${app.name}/rollback`, body);
    const [{ id, revision, deployedAt }] = first.status.history!;
    expect(deployedAt).toMatch(/^\d{4}-.*Z$/);

    await app.patch({ spec: { syncPolicy: { automated: {} } } });
    const refused = await rollback({ id });
    expect([refused.status, refused.body.message]).toEqual([
      400,
      'rollback cannot be initiated when auto-sync is enabled',
    ]);
    await app.patch({ spec: { syncPolicy: { automated: null } } });
    expect((await rollback({ id: 77 })).body.message).toBe(
      `application ${app.name} does not have deployment with id 77`,
    );
    expect((await rollback({ id: String(id) })).status).toBe(200);
    const { status } = await app.until(
      one => isOver(one) && one.status.health.status === 'Healthy',
    );
    expect(status.history?.map(one => one.id)).toEqual([0, 1, 2]);
    expect(status.history?.[2].revision).toBe(revision);
    expect(status.sync.status).toBe('OutOfSync');
    expect(
      (await app.deployment()).body.spec.template.spec.containers[0].image,
    ).toBe('ghcr.io/mini-org/shop:1.0.0');
  });

  it('keeps no more than ten deployments', async () => {
    await app.create();
    for (let round = 0; round < 12; round += 1) await app.syncToEnd();
    const { body } = await argocd.argocd('GET', `/applications/${app.name}`);
    expect(body.status.history?.map(one => one.id)).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
  });
});
