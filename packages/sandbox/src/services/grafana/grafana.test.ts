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
});
