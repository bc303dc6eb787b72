import { startGrafana, type TestGrafana } from './__testUtils__/startGrafana';

jest.setTimeout(240_000);

describe('Dashboards of Grafana', () => {
  let grafana: TestGrafana;
  const ask: TestGrafana['ask'] = (...call) => grafana.ask(...call);
  beforeAll(async () => {
    grafana = await startGrafana();
  });
  afterAll(() => grafana.stop());

  const save = (dashboard: object, rest: object = {}) =>
    ask('/api/dashboards/db', { method: 'POST', body: { dashboard, ...rest } });
  const remove = (uid: string) =>
    ask(`/api/dashboards/uid/${uid}`, { method: 'DELETE' });

  it('is saved, found by tag and folder, read, changed and deleted', async () => {
    const made = await save(
      { id: null, title: 'Trial / One', tags: ['trial', 'x'], panels: [] },
      { folderUid: 'commerce', message: 'first' },
    );
    expect(made).toMatchObject({
      status: 200,
      body: {
        status: 'success',
        slug: 'trial-one',
        version: 1,
        folderUid: 'commerce',
      },
    });
    const { uid, id } = made.body;
    expect(made.body.url).toBe(`/d/${uid}/trial-one`);

    const hits = await ask(
      '/api/search?type=dash-db&tag=trial&tag=x&folderUIDs=commerce&query=TRIAL',
    );
    expect(hits.body).toMatchObject([
      {
        uid,
        type: 'dash-db',
        tags: ['trial', 'x'],
        folderUid: 'commerce',
        folderTitle: 'Commerce',
        folderUrl: '/dashboards/f/commerce/commerce',
      },
    ]);
    expect((await ask('/api/search?tag=trial&tag=other')).body).toEqual([]);
    expect((await ask(`/api/search?dashboardUIDs=${uid}`)).body).toHaveLength(
      1,
    );

    const read = await ask(`/api/dashboards/uid/${uid}`);
    expect(read.body).toMatchObject({
      meta: { version: 1, folderUid: 'commerce', slug: 'trial-one' },
      dashboard: { id, uid, version: 1, title: 'Trial / One', panels: [] },
    });

    const changed = await save(
      { ...read.body.dashboard, title: 'Trial two' },
      { folderUid: 'payments' },
    );
    expect(changed.body).toMatchObject({ uid, id, version: 2 });
    expect(
      (await ask(`/api/dashboards/uid/${uid}`)).body.meta.folderTitle,
    ).toBe('Payments');

    expect((await remove(uid)).body).toEqual({
      message: 'Dashboard Trial two deleted',
      title: 'Trial two',
      uid,
    });
    expect(await ask(`/api/dashboards/uid/${uid}`)).toEqual({
      status: 404,
      body: { message: 'Dashboard not found' },
    });
  });

  it('refuses what is stale, nameless or in no folder, and says why', async () => {
    const { body } = await save({ uid: 'stale', title: 'Stale' });
    expect(body.version).toBe(1);
    expect(await save({ uid: 'stale', title: 'Other' })).toEqual({
      status: 412,
      body: {
        message: 'A dashboard with the same uid already exists',
        status: 'name-exists',
      },
    });
    expect(await save({ uid: 'stale', title: 'Other', version: 9 })).toEqual({
      status: 412,
      body: {
        message: 'The dashboard has been changed by someone else',
        status: 'version-mismatch',
      },
    });
    const over = await save(
      { uid: 'stale', title: 'Other' },
      { overwrite: true },
    );
    expect(over.body.version).toBe(2);
    expect((await save({ title: ' ' })).body.status).toBe('empty-name');
    expect(await save({ title: 'T' }, { folderUid: 'none' })).toMatchObject({
      status: 400,
      body: { message: 'folder not found' },
    });
    expect(await ask('/api/search?limit=5001')).toMatchObject({ status: 422 });
    await remove('stale');
  });

  const resources = (version: string) =>
    `/apis/dashboard.grafana.app/${version}/namespaces/default/dashboards`;

  it('has the v2 schema in the way of Kubernetes alone', async () => {
    const spec = {
      title: 'Newer',
      tags: ['trial-v2'],
      elements: {},
      layout: { kind: 'GridLayout', spec: { items: [] } },
    };
    const made = await ask(resources('v2beta1'), {
      method: 'POST',
      body: {
        metadata: {
          name: 'newer',
          annotations: { 'grafana.app/folder': 'platform' },
        },
        spec,
      },
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        apiVersion: 'dashboard.grafana.app/v2beta1',
        metadata: { name: 'newer', generation: 1 },
        spec,
      },
    });
    const hits = await ask('/api/search?tag=trial-v2');
    expect(hits.body).toMatchObject([{ uid: 'newer', title: 'Newer' }]);

    expect(await ask('/api/dashboards/uid/newer')).toEqual({
      status: 406,
      body: {
        message: `dashboard api version not supported, use ${resources(
          'v2beta1',
        )}/newer instead`,
      },
    });
    const old = await ask(`${resources('v1beta1')}/newer`);
    expect(old.body.status.conversion).toMatchObject({
      failed: true,
      storedVersion: 'v2beta1',
    });

    const put = (resourceVersion: string) =>
      ask(`${resources('v2beta1')}/newer`, {
        method: 'PUT',
        body: { metadata: { name: 'newer', resourceVersion }, spec },
      });
    expect(await put('1')).toMatchObject({
      status: 409,
      body: { kind: 'Status', reason: 'Conflict' },
    });
    const { resourceVersion } = made.body.metadata;
    expect((await put(resourceVersion)).body.metadata.generation).toBe(2);

    const gone = await ask(`${resources('v2beta1')}/newer`, {
      method: 'DELETE',
    });
    expect(gone.body.status).toBe('Success');
    expect(await ask(`${resources('v2beta1')}/newer`)).toMatchObject({
      status: 404,
      body: {
        reason: 'NotFound',
        message: 'dashboards.dashboard.grafana.app "newer" not found',
      },
    });
  });

  it('lists all page by page', async () => {
    for (const title of ['L1', 'L2', 'L3']) {
      await save({ uid: title.toLowerCase(), title });
    }
    const names: string[] = [];
    let next = '';
    do {
      const { body } = await ask(
        `${resources('v1beta1')}?limit=40${
          next && `&continue=${encodeURIComponent(next)}`
        }`,
      );
      expect(body.items.length).toBeLessThanOrEqual(40);
      for (const { metadata } of body.items) names.push(metadata.name);
      next = body.metadata.continue ?? '';
    } while (next);
    const { body: hits } = await ask('/api/search?type=dash-db&limit=5000');
    expect(names.sort()).toEqual(
      hits.map((hit: { uid: string }) => hit.uid).sort(),
    );
    expect(await ask(`${resources('v1beta1')}?continue=x`)).toMatchObject({
      status: 400,
    });
    for (const uid of ['l1', 'l2', 'l3']) await remove(uid);
  });

  it('keeps what was saved over a restart', async () => {
    await save({ uid: 'kept', title: 'Kept' }, { folderUid: 'growth' });
    await grafana.restart();
    expect((await ask('/api/dashboards/uid/kept')).body.meta.folderTitle).toBe(
      'Growth',
    );
    await remove('kept');
  });
});
