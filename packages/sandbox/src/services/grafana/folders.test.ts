import { startGrafana, type TestGrafana } from './__testUtils__/startGrafana';

jest.setTimeout(240_000);

describe('Folders of Grafana', () => {
  let grafana: TestGrafana;
  const ask: TestGrafana['ask'] = (...call) => grafana.ask(...call);
  beforeAll(async () => {
    grafana = await startGrafana();
  });
  afterAll(() => grafana.stop());

  it('are one a team, and more are made, renamed and deleted with what is in them', async () => {
    const { body: first } = await ask('/api/folders');
    expect(first).toContainEqual(
      expect.objectContaining({ uid: 'commerce', title: 'Commerce' }),
    );
    const body = { uid: 'trial', title: 'Trial' };
    const made = await ask('/api/folders', { method: 'POST', body });
    expect(made.body).toMatchObject({
      uid: 'trial',
      url: '/dashboards/f/trial/trial',
      version: 1,
      hasAcl: false,
    });
    expect(await ask('/api/folders', { method: 'POST', body })).toMatchObject({
      status: 409,
    });
    const rename = (change: object) =>
      ask('/api/folders/trial', { method: 'PUT', body: change });
    expect(await rename({ title: 'Other', version: 7 })).toMatchObject({
      status: 412,
      body: { status: 'version-mismatch' },
    });
    const renamed = await rename({ title: 'Other', version: 1 });
    expect(renamed.body).toMatchObject({ title: 'Other', version: 2 });

    await ask('/api/dashboards/db', {
      method: 'POST',
      body: { dashboard: { uid: 'in-it', title: 'In it' }, folderUid: 'trial' },
    });
    const gone = await ask('/api/folders/trial', { method: 'DELETE' });
    expect(gone.body).toMatchObject({ message: 'Folder Other deleted' });
    expect(await ask('/api/folders/trial')).toMatchObject({
      status: 404,
      body: { message: 'folder not found' },
    });
    expect((await ask('/api/dashboards/uid/in-it')).status).toBe(404);
  });

  it('grant to teams and roles', async () => {
    const { body: found } = await ask('/api/teams/search?name=commerce');
    expect(found).toMatchObject({
      totalCount: 1,
      teams: [{ uid: 'commerce' }],
    });
    const [{ id }] = found.teams;
    const before = await ask('/api/folders/growth/permissions');
    expect(before.body).toMatchObject([
      { role: 'Editor', permissionName: 'Edit' },
      { role: 'Viewer', permissionName: 'View' },
    ]);
    const set = (items: object[]) =>
      ask('/api/folders/growth/permissions', {
        method: 'POST',
        body: { items },
      });
    const done = await set([
      { teamId: id, permission: 2 },
      { role: 'Viewer', permission: 1 },
    ]);
    expect(done.body).toMatchObject({ message: 'Folder permissions updated' });
    const after = await ask('/api/folders/growth/permissions');
    expect(after.body).toMatchObject([
      { teamId: id, team: 'commerce', permission: 2 },
      { role: 'Viewer', permission: 1 },
    ]);
    expect((await ask('/api/folders/growth')).body.hasAcl).toBe(true);
    expect((await set([{ teamId: 999, permission: 2 }])).status).toBe(400);
    expect((await set([{ role: 'Viewer', permission: 3 }])).status).toBe(400);
  });
});
