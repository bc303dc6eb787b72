import { TestDatabases } from '@backstage/backend-test-utils';
import { startDelivery } from './__testUtils__/startDelivery';
import { application, ORDERS, PAYOUTS } from './__testUtils__/world';

jest.setTimeout(240_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

const MINUTE = 60;

describe.each(databases.eachSupportedId())('delivery on %p', id => {
  let delivery: Awaited<ReturnType<typeof startDelivery>>;

  beforeEach(async () => {
    delivery = await startDelivery(await databases.init(id));
  });

  afterEach(() => delivery.stop());

  it('says that nothing was collected yet', async () => {
    const { asOf, figures, sources } = await delivery.overview();
    expect(asOf).toBeUndefined();
    expect(figures.deployments).toMatchObject({ n: 0 });
    expect(figures.leadTime.value).toBeUndefined();
    expect(figures.changeFailureRate.unknown).toBe(
      'Health has not been asked yet',
    );
    expect(sources.map(({ state }) => state)).toEqual(Array(4).fill('silent'));
  });

  it('computes the four figures from Argo CD, GitHub and health', async () => {
    await delivery.collect();
    const overview = await delivery.overview();
    expect(overview.sources).toMatchObject([
      { title: 'Argo CD', state: 'answered' },
      { title: 'GitHub', state: 'answered' },
      { title: 'Health', state: 'answered' },
      { title: 'Flows', state: 'answered' },
    ]);
    expect(overview.figures).toMatchObject({
      // Two brought changes; the third was a rollback.
      deployments: { n: 2, value: 2 },
      // 30, 10 and 50 minutes.
      leadTime: { n: 3, value: 30 * MINUTE, p90: 46 * MINUTE },
      changeFailureRate: { n: 2, count: 1, value: 0.5 },
      timeToRestore: { n: 1, value: 30 * MINUTE },
    });
    expect(overview.missingCommits).toMatchObject({ of: 2, unknown: 0 });
    expect(overview.slowest).toMatchObject([
      { revision: 'c3', message: 'Change c3', seconds: 50 * MINUTE },
      { revision: 'b1', seconds: 30 * MINUTE },
    ]);
    expect(overview.failures).toMatchObject([
      { entityRef: ORDERS, revision: 'c3', because: 'health' },
    ]);
    expect(overview.groups).toMatchObject([
      { ref: 'group:default/commerce', figures: { deployments: { n: 2 } } },
      { ref: 'group:default/payments', figures: { deployments: { n: 0 } } },
    ]);
  });

  it('measures flows from their request, and names services that wait', async () => {
    await delivery.collect();
    const { onboarding, createToProduction, waiting } =
      await delivery.overview();
    expect(onboarding).toMatchObject({ n: 1, value: 6 * 3600 + 40 });
    expect(createToProduction).toMatchObject({ n: 0 });
    expect(waiting).toMatchObject([{ entityRef: PAYOUTS }]);

    delivery.argocd.answers['/api/v1/applications'] = {
      items: [
        application('payouts', delivery.github.url, [
          ['2026-11-19T09:00:00Z', 'p1'],
        ]),
      ],
    };
    delivery.pass(5);
    await delivery.collect();
    expect(await delivery.overview()).toMatchObject({
      createToProduction: { n: 1, value: 24 * 3600 },
      waiting: [],
    });
  });

  it('counts nothing twice, and asks GitHub once for each deployment', async () => {
    await delivery.collect();
    const asked = delivery.github.asked.length;
    delivery.pass(5);
    await delivery.collect();
    expect(delivery.github.asked).toHaveLength(asked);
    expect((await delivery.overview()).figures.deployments.n).toBe(2);
  });

  it('keeps what it knows while sources are silent, and says who is', async () => {
    await delivery.collect();
    delivery.argocd.answers = { '/api': 401 };
    delivery.health.answers = { '/history': 503 };
    delivery.pass(5);
    await delivery.collect();
    const { figures, sources } = await delivery.overview();
    expect(figures).toMatchObject({
      deployments: { n: 2 },
      changeFailureRate: { value: 0.5 },
    });
    expect(sources).toMatchObject([
      {
        state: 'silent',
        answeredAt: '2026-11-20T14:00:00.000Z',
        message: expect.stringContaining('401'),
      },
      { state: 'answered' },
      { state: 'silent' },
      { state: 'answered' },
    ]);
  });

  it('does not take a silent health for no failures', async () => {
    delivery.health.answers = {};
    await delivery.collect();
    const { changeFailureRate, timeToRestore } = (await delivery.overview())
      .figures;
    expect(changeFailureRate.value).toBeUndefined();
    expect(changeFailureRate.unknown).toContain('404');
    expect(timeToRestore.unknown).toContain('404');
  });

  it('says which deployments GitHub knows no commits of, and asks again where it was down', async () => {
    delete delivery.github.answers['/repos/mini-org/orders/compare/a1...b2'];
    delivery.github.answers['/repos/mini-org/orders/compare/b2...c3'] = 503;
    await delivery.collect();
    expect((await delivery.overview()).missingCommits).toMatchObject({
      of: 2,
      pending: 1,
      unknown: 1,
      reasons: [expect.stringContaining('answered 404')],
    });
    delivery.github.answers['/repos/mini-org/orders/compare/b2...c3'] = {
      commits: [],
    };
    delivery.pass(5);
    await delivery.collect();
    expect((await delivery.overview()).missingCommits.pending).toBe(0);
  });

  it('tells which changes reached production when, of one component', async () => {
    await delivery.collect();
    const { failures } = await delivery.entity(ORDERS);
    const { deployedAt } = failures[0];
    const next = new Date(Date.parse(deployedAt) + 1).toISOString();
    expect(await delivery.changes(ORDERS, deployedAt, next)).toMatchObject([
      { revision: 'c3', message: 'Change c3', deployedAt },
    ]);
    expect(
      await delivery.changes(ORDERS, next, '2026-11-20T14:00:00Z'),
    ).toEqual([]);
    await expect(
      delivery.changes('component:default/x', deployedAt, next),
    ).rejects.toThrow('There are no delivery figures of component:default/x');
  });

  it('tells of one component, and nothing of what is not there', async () => {
    await delivery.collect();
    expect(await delivery.entity(ORDERS)).toMatchObject({
      figures: { deployments: { n: 2 } },
      failures: [{ revision: 'c3' }],
    });
    await expect(delivery.entity('component:default/x')).rejects.toThrow(
      'There are no delivery figures of component:default/x',
    );
  });
});
