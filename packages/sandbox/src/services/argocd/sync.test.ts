import { shop, startArgocd } from './__testUtils__/startArgocd';
import type { Application } from './types';

const succeeded = ({ status }: Application) =>
  status.operationState?.phase === 'Succeeded';
const over = ({ status }: Application) =>
  ['Succeeded', 'Failed', 'Error'].includes(status.operationState?.phase ?? '');
const AUTOMATED = {
  syncPolicy: {
    automated: { prune: true, selfHeal: true },
    syncOptions: ['CreateNamespace=true'],
  },
};
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
  /** Also the folder and the namespace. */
  let name: string;
  let number = 0;

  beforeAll(async () => {
    argocd = await startArgocd();
  }, 30_000);
  beforeEach(async () => {
    number += 1;
    name = `sync-${number}`;
    await argocd.commit(`${name}/shop.yaml`, shop());
  });
  afterAll(() => argocd.stop());

  const sync = (body: object = {}) =>
    argocd.argocd('POST', `/applications/${name}/sync`, body);
  /** Syncs and waits for the end of just this operation. */
  const syncToEnd = async (body: object = {}) => {
    const begun = await sync(body);
    expect(begun.status).toBe(200);
    return argocd.until(name, over);
  };
  const deployment = () =>
    argocd.cluster<{
      spec: {
        replicas: number;
        template: { spec: { containers: { image: string }[] } };
      };
    }>(`/apis/apps/v1/namespaces/${name}/deployments/shop`);
  /** Changes the cluster behind Argo CD's back. */
  const drift = () =>
    fetch(
      `${argocd.urls.kubernetes}/apis/apps/v1/namespaces/${name}/deployments/shop`,
      {
        method: 'PATCH',
        headers: {
          authorization: 'Bearer kubernetes-sandbox-token',
          'content-type': 'application/merge-patch+json',
        },
        body: '{"spec":{"replicas":3}}',
      },
    );
  const patch = (change: object) =>
    argocd.argocd('PATCH', `/applications/${name}`, {
      name,
      patchType: 'merge',
      patch: JSON.stringify(change),
    });

  it('changes nothing in a dry run, and says what it would', async () => {
    await argocd.create(name, name);
    const { status } = await syncToEnd({ dryRun: true });
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
    expect((await deployment()).status).toBe(404);
  });

  it('applies nothing while something is invalid', async () => {
    await argocd.commit(`${name}/shop.yaml`, shop({ image: '""' }));
    await argocd.create(name, name);
    const { status } = await syncToEnd();
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
    expect((await deployment()).status).toBe(404);
  });

  it('says which field can not be changed', async () => {
    await argocd.create(name, name);
    await syncToEnd();
    await argocd.commit(`${name}/shop.yaml`, shop({ selector: 'store' }));
    const { status } = await syncToEnd();
    expect(status.operationState?.phase).toBe('Failed');
    expect(status.operationState?.message).toMatch(
      /^one or more objects failed to apply, reason: Deployment.apps "shop" is invalid: .*field is immutable/,
    );
  });

  it('stops at a hook that fails', async () => {
    await argocd.commit(
      `${name}/hook.yaml`,
      hook(
        'metadata: { annotations: { sandbox.portico/behaviour: crash-loop } }',
      ),
    );
    await argocd.create(name, name);
    const { status } = await syncToEnd();
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
    expect((await deployment()).status).toBe(404);
  });

  it('prunes only if asked', async () => {
    await argocd.create(name, name);
    await syncToEnd();
    await argocd.commit(`${name}/shop.yaml`, shop().split('---')[0]);
    const service = `/api/v1/namespaces/${name}/services/shop`;
    const { status } = await syncToEnd();
    expect(status.operationState?.syncResult?.resources).toContainEqual(
      expect.objectContaining({ kind: 'Service', status: 'PruneSkipped' }),
    );
    expect(status.sync.status).toBe('OutOfSync');
    expect((await argocd.cluster(service)).status).toBe(200);
    await syncToEnd({ prune: true });
    expect((await argocd.cluster(service)).status).toBe(404);
  });

  it('syncs some resources alone, which is no deployment', async () => {
    await argocd.create(name, name);
    const { status } = await syncToEnd({
      resources: [{ kind: 'Service', name: 'shop' }],
    });
    expect(status.operationState?.syncResult?.resources).toHaveLength(1);
    expect(status.history ?? []).toEqual([]);
    expect((await deployment()).status).toBe(404);
  });

  it('follows the repository by itself, and heals drift', async () => {
    await argocd.create(name, name, AUTOMATED);
    await argocd.until(name, succeeded);
    const commit = await argocd.commit(
      `${name}/shop.yaml`,
      shop({ image: 'ghcr.io/mini-org/shop:1.1.0' }),
    );
    const after = await argocd.until(
      name,
      one => succeeded(one) && one.status.sync.revision === commit,
    );
    expect(after.status.summary?.images).toEqual([
      'ghcr.io/mini-org/shop:1.1.0',
    ]);
    await drift();
    await argocd.until(
      name,
      ({ status }) =>
        (status.history ?? []).length === 3 && status.sync.status === 'Synced',
    );
    expect((await deployment()).body.spec.replicas).toBe(1);
  });

  it('only notices drift without selfHeal', async () => {
    await argocd.create(name, name);
    await syncToEnd();
    await drift();
    const { status } = await argocd.until(
      name,
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
    await argocd.commit(`${name}/shop.yaml`, shop(broken));
    await argocd.create(name, name, AUTOMATED);
    const { status } = await argocd.until(
      name,
      one => one.status.health.status === 'Degraded',
    );
    expect(status.operationState?.phase).toBe('Succeeded');
  });

  it('rolls back to what was deployed before, unless it syncs by itself', async () => {
    await argocd.create(name, name);
    const first = await syncToEnd();
    await argocd.commit(
      `${name}/shop.yaml`,
      shop({ image: 'ghcr.io/mini-org/shop:does-not-exist' }),
    );
    await syncToEnd();
    const rollback = (body: object) =>
      argocd.argocd('POST', `/applications/${name}/rollback`, body);
    const [{ id, revision, deployedAt }] = first.status.history!;
    expect(deployedAt).toMatch(/^\d{4}-.*Z$/);

    await patch({ spec: { syncPolicy: { automated: {} } } });
    const refused = await rollback({ id });
    expect([refused.status, refused.body.message]).toEqual([
      400,
      'rollback cannot be initiated when auto-sync is enabled',
    ]);
    await patch({ spec: { syncPolicy: { automated: null } } });
    expect((await rollback({ id: 77 })).body.message).toBe(
      `application ${name} does not have deployment with id 77`,
    );
    expect((await rollback({ id: String(id) })).status).toBe(200);
    const { status } = await argocd.until(
      name,
      one => over(one) && one.status.health.status === 'Healthy',
    );
    expect(status.history?.map(one => one.id)).toEqual([0, 1, 2]);
    expect(status.history?.[2].revision).toBe(revision);
    expect(status.sync.status).toBe('OutOfSync');
    expect(
      (await deployment()).body.spec.template.spec.containers[0].image,
    ).toBe('ghcr.io/mini-org/shop:1.0.0');
  });

  it('keeps no more than ten deployments', async () => {
    await argocd.create(name, name);
    for (let round = 0; round < 12; round += 1) await syncToEnd();
    const { body } = await argocd.argocd('GET', `/applications/${name}`);
    expect(body.status.history?.map(one => one.id)).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
  });

  it('syncs to a commit, which auto-sync forbids, and not to what is none', async () => {
    const commit = await argocd.commit(`${name}/note.txt`, 'one');
    await argocd.commit(`${name}/shop.yaml`, shop({ replicas: 4 }));
    await argocd.create(name, name);
    const { status } = await syncToEnd({ revision: commit });
    expect(status.operationState?.syncResult?.revision).toBe(commit);
    expect((await deployment()).body.spec.replicas).toBe(1);
    expect(await sync({ revision: 'nope' })).toMatchObject({
      status: 400,
      body: { code: 9, message: "unable to resolve 'nope' to a commit SHA" },
    });
    await patch({ spec: { syncPolicy: { automated: {} } } });
    await argocd.until(name, one => one.status.history?.length === 2);
    expect((await sync({ revision: commit })).body.message).toBe(
      `Cannot sync to ${commit}: auto-sync currently set to main`,
    );
  });

  it('ends when somebody terminates it, and runs one at a time', async () => {
    await argocd.create(name, name);
    await sync();
    expect((await sync()).body.message).toBe(
      'another operation is already in progress',
    );
    const terminate = () =>
      argocd.argocd('DELETE', `/applications/${name}/operation`);
    expect((await terminate()).status).toBe(200);
    const { status } = await argocd.until(name, over);
    expect(status.operationState).toMatchObject({
      phase: 'Failed',
      message: 'Operation terminated',
    });
    expect((await terminate()).status).toBe(400);
  });

  it('tells whoever listens, and shows what an application is made of', async () => {
    const watch = await argocd.watch(name);
    await argocd.create(name, name);
    await syncToEnd();
    await watch.stop();
    expect(watch.changes[0]).toMatchObject({
      type: 'ADDED',
      application: { metadata: { name } },
    });
    await argocd.until(name, one => one.status.health.status === 'Healthy');
    const { body } = await argocd.argocd<{
      nodes: { kind: string; parentRefs?: { kind: string }[] }[];
    }>('GET', `/applications/${name}/resource-tree`);
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
      `/applications/${name}/events`,
    );
    expect(events.body.items.length).toBeGreaterThan(0);
  });

  it('comes to an end after a restart', async () => {
    await argocd.create(name, name);
    await sync();
    // The repository is at another port then, and the application still names the old one.
    await argocd.restart();
    const { status } = await argocd.until(name, over);
    expect(status.operationState).toMatchObject({
      phase: 'Error',
      message: expect.stringContaining('repository not found'),
      finishedAt: expect.any(String),
    });
  });
});
