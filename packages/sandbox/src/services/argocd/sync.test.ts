import { shop, startArgocd } from './__testUtils__/startArgocd';
import { isOver, TestApplication } from './__testUtils__/TestApplication';

const hook = (script: string) => `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  annotations:
    argocd.argoproj.io/hook: PreSync
spec:
  backoffLimit: 0
  template:
    ${script}
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: ghcr.io/mini-org/migrate:1.0.0
`;

describe('syncing an application', () => {
  let argocd: Awaited<ReturnType<typeof startArgocd>>;
  let app: TestApplication;
  let number = 0;

  beforeAll(async () => {
    argocd = await startArgocd();
  }, 240_000);
  beforeEach(async () => {
    number += 1;
    app = await TestApplication.prepare(argocd, `sync-${number}`);
  });
  afterAll(() => argocd.stop());

  it('changes nothing in a dry run, and says what it would', async () => {
    await app.create();
    const { status } = await app.syncToEnd({ dryRun: true });
    expect(status.operationState).toMatchObject({
      phase: 'Succeeded',
      syncResult: {
        resources: expect.arrayContaining([
          expect.objectContaining({
            kind: 'Deployment',
            message: 'deployment.apps/shop created (dry run)',
          }),
        ]),
      },
    });
    expect(status.history ?? []).toEqual([]);
    expect((await app.deployment()).status).toBe(404);
  });

  it('applies nothing while something is invalid', async () => {
    await app.commit({ image: '""' });
    await app.create();
    const { status } = await app.syncToEnd();
    expect(status.operationState).toMatchObject({
      phase: 'Failed',
      message: 'one or more objects failed to apply (dry run)',
    });
    const failed = status.operationState?.syncResult?.resources?.filter(
      one => one.status === 'SyncFailed',
    );
    expect(failed).toMatchObject([
      { kind: 'Deployment', message: expect.stringContaining('image') },
    ]);
    expect(status.conditions).toMatchObject([{ type: 'SyncError' }]);
    expect((await app.deployment()).status).toBe(404);
  });

  it('says which field can not be changed', async () => {
    await app.create();
    await app.syncToEnd();
    await app.commit({ selector: 'store' });
    const { status } = await app.syncToEnd();
    expect(status.operationState?.phase).toBe('Failed');
    expect(status.operationState?.message).toMatch(
      /^one or more objects failed to apply, reason: Deployment.apps "shop" is invalid: .*field is immutable/,
    );
  });

  it('stops at a hook that fails', async () => {
    await argocd.commit(
      `${app.name}/hook.yaml`,
      hook(
        'metadata: { annotations: { sandbox.portico/behaviour: crash-loop } }',
      ),
    );
    await app.create();
    const { status } = await app.syncToEnd();
    expect(status.operationState).toMatchObject({
      phase: 'Failed',
      message: expect.stringContaining(
        'one or more synchronization tasks completed unsuccessfully, reason: ',
      ),
      syncResult: {
        resources: [
          { name: 'migrate', hookType: 'PreSync', hookPhase: 'Failed' },
        ],
      },
    });
    expect((await app.deployment()).status).toBe(404);
  });

  it('prunes only if asked', async () => {
    await app.create();
    await app.syncToEnd();
    await argocd.commit(`${app.name}/shop.yaml`, shop().split('---')[0]);
    const service = `/api/v1/namespaces/${app.name}/services/shop`;
    const { status } = await app.syncToEnd();
    expect(status.operationState?.syncResult?.resources).toContainEqual(
      expect.objectContaining({ kind: 'Service', status: 'PruneSkipped' }),
    );
    expect(status.sync.status).toBe('OutOfSync');
    expect((await argocd.cluster(service)).status).toBe(200);
    await app.syncToEnd({ prune: true });
    expect((await argocd.cluster(service)).status).toBe(404);
  });

  it('syncs some resources alone, which is no deployment', async () => {
    await app.create();
    const { status } = await app.syncToEnd({
      resources: [{ kind: 'Service', name: 'shop' }],
    });
    expect(status.operationState?.syncResult?.resources).toHaveLength(1);
    expect(status.history ?? []).toEqual([]);
    expect((await app.deployment()).status).toBe(404);
  });

  it('syncs to a commit, which auto-sync forbids, and not to what is none', async () => {
    const commit = await argocd.commit(`${app.name}/note.txt`, 'one');
    await app.commit({ replicas: 4 });
    await app.create();
    const { status } = await app.syncToEnd({ revision: commit });
    expect(status.operationState?.syncResult?.revision).toBe(commit);
    expect((await app.deployment()).body.spec.replicas).toBe(1);
    expect(await app.sync({ revision: 'nope' })).toMatchObject({
      status: 400,
      body: { code: 9, message: "unable to resolve 'nope' to a commit SHA" },
    });
    await app.patch({ spec: { syncPolicy: { automated: {} } } });
    await app.until(one => one.status.history?.length === 2);
    expect((await app.sync({ revision: commit })).body.message).toBe(
      `Cannot sync to ${commit}: auto-sync currently set to main`,
    );
  });

  it('ends when somebody terminates it, and runs one at a time', async () => {
    await app.create();
    await app.sync();
    expect((await app.sync()).body.message).toBe(
      'another operation is already in progress',
    );
    const terminate = () =>
      argocd.argocd('DELETE', `/applications/${app.name}/operation`);
    expect((await terminate()).status).toBe(200);
    const { status } = await app.until(isOver);
    expect(status.operationState).toMatchObject({
      phase: 'Failed',
      message: 'Operation terminated',
    });
    expect((await terminate()).status).toBe(400);
  });

  it('tells whoever listens, and shows what an application is made of', async () => {
    const watch = await argocd.watch(app.name);
    await app.create();
    await app.syncToEnd();
    await watch.stop();
    expect(watch.changes[0]).toMatchObject({
      type: 'ADDED',
      application: { metadata: { name: app.name } },
    });
    await app.until(one => one.status.health.status === 'Healthy');
    const { body } = await argocd.argocd<{
      nodes: { kind: string; parentRefs?: { kind: string }[] }[];
    }>('GET', `/applications/${app.name}/resource-tree`);
    expect(
      body.nodes.map(({ kind, parentRefs }) => [kind, parentRefs?.[0].kind]),
    ).toEqual(
      expect.arrayContaining([
        ['Deployment', undefined],
        ['ReplicaSet', 'Deployment'],
        ['Pod', 'ReplicaSet'],
      ]),
    );
    const events = await argocd.argocd<{ items: { reason: string }[] }>(
      'GET',
      `/applications/${app.name}/events`,
    );
    expect(events.body.items.length).toBeGreaterThan(0);
  });

  it('comes to an end after a restart', async () => {
    await app.create();
    await app.sync();
    // The repository is at another port then, and the application still names the old one.
    await argocd.restart();
    const { status } = await app.until(isOver);
    expect(status.operationState).toMatchObject({
      phase: 'Error',
      message: expect.stringContaining('repository not found'),
      finishedAt: expect.any(String),
    });
  });
});
