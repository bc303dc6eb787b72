import { startGrafana, type TestGrafana } from './__testUtils__/startGrafana';

jest.setTimeout(240_000);

describe('Grafana', () => {
  let grafana: TestGrafana;
  beforeAll(async () => {
    grafana = await startGrafana();
  });
  afterAll(() => grafana.stop());

  it('lets only its own token in, and tells its health to everybody', async () => {
    const { ask } = grafana;
    const refused = await ask('/api/search', { token: 'x' });
    expect(refused.status).toBe(401);
    expect(refused.body).toMatchObject({
      message: 'Invalid API key',
      messageId: 'api-key.invalid',
    });
    expect((await ask('/api/search', { token: '' })).body).toMatchObject({
      message: 'Unauthorized',
    });
    const health = await ask('/api/health', { token: '' });
    expect(health.body).toMatchObject({ database: 'ok', version: /^12\./ });
    const unknown = await ask('/api/nothing');
    expect(unknown).toMatchObject({
      status: 404,
      body: { message: 'Not found' },
    });
  });

  it('has what the world says, each in a folder of its team', async () => {
    const { ask } = grafana;
    const { body: hits } = await ask('/api/search?type=dash-db&tag=orders');
    expect(hits).toContainEqual(
      expect.objectContaining({ folderUid: 'commerce' }),
    );
    const { body: all } = await ask('/api/library-elements?perPage=1');
    expect(all.result).toMatchObject({ page: 1, perPage: 1 });
    const [{ uid }] = all.result.elements;
    const { body: one } = await ask(`/api/library-elements/${uid}`);
    expect(one.result).toMatchObject({ uid, kind: 1, version: 1 });
    expect(await ask('/api/library-elements/none')).toMatchObject({
      status: 404,
      body: { message: 'library element could not be found' },
    });
  });

  it('finds its alert rules in order, and those on what is wrong firing', async () => {
    const { body } = await grafana.ask('/api/prometheus/grafana/api/v1/rules');
    const rules: { uid: string; state: string; health: string }[] =
      body.data.groups.flatMap((group: { rules: object[] }) => group.rules);
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter(({ health }) => health !== 'ok')).toEqual([]);
    expect(
      rules.filter(({ state }) => state === 'firing').map(({ uid }) => uid),
    ).toContain('orders-latency');
  });

  it('tells what people made, and what a fault breaks in its own words', async () => {
    const { ask, urls } = grafana;
    const objects = async () => {
      const response = await fetch(`${urls().control}/objects?service=grafana`);
      return JSON.stringify(await response.json());
    };
    const before = await objects();
    expect(before).toContain('Commerce');
    await ask('/api/dashboards/db', {
      method: 'POST',
      body: { dashboard: { uid: 'left', title: 'Left behind' } },
    });
    expect(await objects()).toContain('Dashboards: Left behind');
    await ask('/api/dashboards/uid/left', { method: 'DELETE' });
    expect(await objects()).toBe(before);

    const fault = (value: number) =>
      fetch(`${urls().control}/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          service: 'grafana',
          kind: 'status',
          value,
          times: 1,
        }),
      });
    await fault(401);
    expect(await ask('/api/search')).toMatchObject({
      status: 401,
      body: { message: 'Invalid API key' },
    });
    await fault(500);
    expect(await ask('/apis')).toMatchObject({
      status: 500,
      body: { kind: 'Status', code: 500 },
    });
  });
});
