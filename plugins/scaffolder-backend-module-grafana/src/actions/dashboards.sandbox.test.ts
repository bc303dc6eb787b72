import { startGrafana } from '../__testUtils__/startGrafana';
import { dashboardUid } from '../dashboard/dashboardUid';

const PANELS = [{ id: 1, type: 'timeseries', title: 'Requests' }];

/** The actions against the sandbox's Grafana. */
describe('dashboards of services', () => {
  const grafana = startGrafana();
  /** A service of its own for each test. */
  const input = (name: string, change: object = {}) => ({
    entityRef: `component:default/${name}`,
    owner: 'group:default/commerce',
    folder: { title: 'Commerce', uid: 'commerce', team: 'commerce' },
    dashboard: {
      title: `${name} / RED`,
      tags: ['golden-path'],
      panels: PANELS,
    },
    ...change,
  });

  it('makes the dashboard in the folder that is there, and finds it again', async () => {
    const { runner, ensure, client, cleanUp } = grafana.scaffolder();
    const first = await runner.run(ensure, input('gifts'));
    expect(first.error).toBeUndefined();
    const uid = dashboardUid('component:default/gifts');
    expect(first.outputs).toEqual({
      created: true,
      skipped: false,
      uid,
      url: `${grafana.url('grafana')}/d/${uid}/gifts-red`,
      folderUrl: expect.stringContaining('/dashboards/f/commerce'),
    });
    expect(await runner.lines('task-1')).toEqual([
      'kept Grafana folder Commerce',
      'made Grafana dashboard gifts / RED',
    ]);
    const { spec, meta } = await client.dashboard(uid);
    expect(meta.folderUid).toBe('commerce');
    expect(spec.tags).toEqual(['golden-path', 'gifts', 'portico']);

    let writes = await grafana.writesDuring('grafana', async () => {
      const again = await runner.run(ensure, input('gifts'));
      expect(again.outputs.created).toBe(true);
      expect(again.log).toContain(
        'Dashboard gifts / RED: already there (of this task), as wanted',
      );
    });
    expect(writes).toEqual([]);

    writes = await grafana.writesDuring('grafana', async () => {
      const other = await runner.run(
        ensure,
        input('gifts', {
          dashboard: {
            title: 'gifts / RED',
            panels: [{ ...PANELS[0], title: 'Rate' }],
          },
        }),
        { taskId: 'task-2' },
      );
      expect(other.outputs.created).toBe(false);
      expect(other.log).toContain(
        'Dashboard gifts / RED: already there (of component:default/gifts), changed panels[0].title, tags',
      );
    });
    expect(writes).toEqual(['POST /api/dashboards/db']);

    expect(await cleanUp('task-2')).toEqual([]);
    expect(await cleanUp('task-1')).toEqual([
      'removed Grafana dashboard gifts / RED',
    ]);
    await expect(client.folder('commerce')).resolves.toBeDefined();
  });

  it('makes the folder, lets the team edit, and takes both back', async () => {
    const { runner, ensure, client, cleanUp } = grafana.scaffolder();
    const folder = { title: 'Newcomers', team: 'payments' };
    const { error } = await runner.run(ensure, input('first', { folder }));
    expect(error).toBeUndefined();
    const permissions = await client.content.folderPermissions('newcomers');
    expect(permissions.map(it => [it.role ?? it.team, it.permission])).toEqual(
      expect.arrayContaining([
        ['Viewer', 1],
        ['payments', 2],
      ]),
    );
    // Another service moves in meanwhile.
    await runner.run(ensure, input('second', { folder }), { taskId: 'task-2' });
    expect(await cleanUp('task-1')).toEqual([
      'removed Grafana dashboard first / RED',
      'foreign Grafana folder Newcomers',
    ]);
    await runner.run(ensure, input('third', { folder: { title: 'Own' } }), {
      taskId: 'task-3',
    });
    expect(await cleanUp('task-3')).toEqual([
      'removed Grafana dashboard third / RED',
      'removed Grafana folder Own',
    ]);
    expect(await cleanUp('task-3')).toEqual([
      'absent Grafana dashboard third / RED',
      'absent Grafana folder Own',
    ]);
  });

  it('says that Grafana has no such team', async () => {
    const { runner, ensure } = grafana.scaffolder();
    const folder = { title: 'Nobody', team: 'nobody' };
    const { error, log } = await runner.run(ensure, input('lone', { folder }));
    expect(error).toBeUndefined();
    expect(log).toContain(
      "The folder stays open to all editors: Grafana 'mini-org' has no team 'nobody'",
    );
  });

  it.each(['/api/folders', '/api/dashboards/db'])(
    'makes one of each though the answer of %s gets lost',
    async path => {
      const { runner, ensure, cleanUp } = grafana.scaffolder();
      await grafana.addFault({
        service: 'grafana',
        method: 'POST',
        path: `^${path}$`,
        kind: 'reset',
        times: 1,
        after: true,
      });
      const folder = { title: 'Lost' };
      const lost = await runner.run(ensure, input('lost', { folder }));
      expect(lost.error).toBeUndefined();
      expect(lost.outputs.created).toBe(true);
      expect(await cleanUp('task-1')).toEqual([
        'removed Grafana dashboard lost / RED',
        'removed Grafana folder Lost',
      ]);
    },
  );

  it('takes up what a run before it has begun', async () => {
    const { runner, ensure, cleanUp } = grafana.scaffolder();
    const folder = { title: 'Begun' };
    await grafana.addFault({
      service: 'grafana',
      method: 'POST',
      path: '^/api/dashboards/db',
      kind: 'status',
      value: 503,
      times: 3,
      after: true,
    });
    const first = await runner.run(ensure, input('begun', { folder }));
    expect(first.error?.name).toBe('GrafanaUnreachableError');
    expect(await runner.lines('task-1')).toEqual([
      'made Grafana folder Begun',
      'making Grafana dashboard begun / RED',
    ]);
    const again = await runner.run(ensure, input('begun', { folder }));
    expect(again.outputs.created).toBe(true);
    expect(await cleanUp('task-1')).toEqual([
      'removed Grafana dashboard begun / RED',
      'removed Grafana folder Begun',
    ]);
  });

  it('refuses a title that is taken, before anything is made', async () => {
    const { runner, ensure } = grafana.scaffolder();
    const dashboard = { title: 'one / RED', panels: PANELS };
    await runner.run(ensure, input('one', { dashboard }));
    const writes = await grafana.writesDuring('grafana', async () => {
      const { error } = await runner.run(ensure, input('two', { dashboard }), {
        taskId: 'task-2',
      });
      expect(error?.name).toBe('ConflictError');
      expect(error?.message).toContain(
        "A dashboard 'one / RED' exists in the folder 'Commerce'",
      );
    });
    expect(writes).toEqual([]);
    expect(await runner.lines('task-2')).toEqual([]);
  });

  it('leaves alone what it did not make', async () => {
    const { runner, ensure, remove, client } = grafana.scaffolder();
    const uid = dashboardUid('component:default/theirs');
    await client.content.saveDashboard({
      dashboard: { uid, title: 'By hand', panels: [] },
    });
    const results = [
      await runner.run(ensure, input('theirs')),
      await runner.run(remove, { entityRef: 'component:default/theirs' }),
    ];
    for (const { error } of results) {
      expect(error?.message).toContain('Portico did not make it');
    }
  });

  it('deletes the dashboard of an entity, once', async () => {
    const { runner, ensure, remove } = grafana.scaffolder();
    await runner.run(ensure, input('old'));
    const ask = { entityRef: 'component:default/old' };
    const dry = await runner.run(remove, ask, { isDryRun: true });
    expect(dry.outputs).toEqual({ deleted: false });
    const first = await runner.run(remove, ask, { taskId: 'task-2' });
    expect(first.outputs).toEqual({ deleted: true });
    expect(await runner.lines('task-2')).toEqual([
      'removed Grafana dashboard old / RED',
    ]);
    const second = await runner.run(remove, ask, { taskId: 'task-3' });
    expect(second.outputs).toEqual({ deleted: false });
  });

  it('makes nothing in a dry run, nor without the permission, nor with a wrong token', async () => {
    const { runner, ensure } = grafana.scaffolder();
    const wrong = grafana.scaffolder({ token: 'stale-stale' });
    const writes = await grafana.writesDuring('grafana', async () => {
      const dry = await runner.run(ensure, input('dry'), { isDryRun: true });
      expect(dry.outputs.created).toBe(true);
      expect(dry.log).toContain(
        'Dry run: dashboard dry / RED would be made in the folder Commerce',
      );
      runner.allow = false;
      const denied = await runner.run(ensure, input('denied'));
      expect(denied.error?.message).toContain('portico.grafana.write');
      const { error } = await wrong.runner.run(wrong.ensure, input('stale'));
      expect(error?.name).toBe('GrafanaCredentialError');
      expect(error?.message).not.toContain('stale-stale');
    });
    expect(writes).toEqual([]);
  });

  it('is skipped where no Grafana is configured', async () => {
    const { runner, ensure, remove } = grafana.scaffolder({
      configured: false,
    });
    const { outputs, log } = await runner.run(ensure, input('none'));
    expect(outputs).toEqual({ skipped: true, created: false });
    expect(log).toEqual([
      'No Grafana is configured (grafana.instances in app-config.yaml): no dashboard is made',
    ]);
    const { error } = await runner.run(remove, { entityRef: 'none' });
    expect(error).toBeUndefined();
  });
});
