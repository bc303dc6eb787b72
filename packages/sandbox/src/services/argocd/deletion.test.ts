import { shop, startArgocd } from './__testUtils__/startArgocd';

const FINALIZER = 'resources-finalizer.argocd.argoproj.io';

describe('deleting an application', () => {
  let argocd: Awaited<ReturnType<typeof startArgocd>>;
  let name: string;
  let number = 0;

  beforeAll(async () => {
    argocd = await startArgocd();
    await argocd.commit('shop/shop.yaml', shop());
  }, 240_000);
  beforeEach(() => {
    number += 1;
    name = `gone-${number}`;
  });
  afterAll(() => argocd.stop());

  const deploy = async (finalizers?: string[]) => {
    await argocd.create(
      name,
      'shop',
      { syncPolicy: { automated: {}, syncOptions: ['CreateNamespace=true'] } },
      { finalizers },
    );
    await argocd.until(
      name,
      one =>
        one.status.health.status === 'Healthy' &&
        one.status.operationState?.phase === 'Succeeded',
    );
  };
  const remove = (query = '') =>
    argocd.argocd('DELETE', `/applications/${name}${query}`);
  const deployment = async () =>
    (await argocd.cluster(`/apis/apps/v1/namespaces/${name}/deployments/shop`))
      .status;

  it.each([
    ['', FINALIZER],
    ['?cascade=true', FINALIZER],
    ['?cascade=true&propagationPolicy=foreground', `${FINALIZER}/foreground`],
    ['?propagationPolicy=background', `${FINALIZER}/background`],
  ])(
    'takes its resources along with DELETE %s, visibly, until nothing is left',
    async (query, finalizer) => {
      await deploy();
      const watch = await argocd.watch(name);
      expect(await remove(query)).toEqual({ status: 200, body: {} });
      await argocd.untilGone(name);
      expect(await deployment()).toBe(404);
      await watch.stop();
      const marked = watch.changes.find(
        ({ application }) => application.metadata.deletionTimestamp,
      );
      expect(marked).toMatchObject({
        type: 'MODIFIED',
        application: { metadata: { finalizers: [finalizer] } },
      });
      expect(watch.changes.at(-1)?.type).toBe('DELETED');
    },
  );

  it.each([[undefined], [[FINALIZER]]])(
    'leaves its resources alone with cascade=false, finalizers %j',
    async finalizers => {
      await deploy(finalizers);
      expect((await remove('?cascade=false')).status).toBe(200);
      await argocd.untilGone(name);
      expect(await deployment()).toBe(200);
    },
  );

  it('leaves its resources alone once somebody has taken the finalizer away', async () => {
    await deploy(['example.com/hold']);
    await remove('?cascade=false');
    const { body } = await argocd.argocd('GET', `/applications/${name}`);
    expect(body.metadata.deletionTimestamp).toBeDefined();
    expect(
      (await argocd.argocd('POST', `/applications/${name}/sync`, {})).body
        .message,
    ).toBe('application is deleting');
    await argocd.argocd('PATCH', `/applications/${name}`, {
      name,
      patchType: 'merge',
      patch: '{"metadata":{"finalizers":null}}',
    });
    await argocd.untilGone(name);
    expect(await deployment()).toBe(200);
  });

  it.each([
    [
      '?cascade=false&propagationPolicy=foreground',
      'cannot set propagation policy when cascading is disabled',
    ],
    ['?propagationPolicy=orphan', 'invalid propagation policy: orphan'],
  ])('refuses DELETE %s', async (query, message) => {
    await argocd.create(name, 'shop');
    const refused = await remove(query);
    expect([refused.status, refused.body.message]).toEqual([400, message]);
    expect(
      (await argocd.argocd('GET', `/applications/${name}`)).body.metadata
        .deletionTimestamp,
    ).toBeUndefined();
  });

  it('says of one that is not there that it may not be seen, or 404 in a project', async () => {
    expect(await remove()).toMatchObject({ status: 403, body: { code: 7 } });
    expect(await remove('?project=default')).toMatchObject({
      status: 404,
      body: { code: 5 },
    });
  });

  it('says 404 for one of another project, and leaves it alone', async () => {
    await argocd.create(name, 'shop');
    expect((await remove('?project=commerce')).status).toBe(404);
    const { body } = await argocd.argocd(
      'GET',
      `/applications/${name}?project=default`,
    );
    expect(body.metadata.deletionTimestamp).toBeUndefined();
  });

  it('goes on after a restart', async () => {
    await deploy();
    await remove();
    await argocd.restart();
    await argocd.untilGone(name);
    expect(await deployment()).toBe(404);
  });
});
