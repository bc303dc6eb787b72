import { startGrafana, type TestGrafana } from './__testUtils__/startGrafana';

jest.setTimeout(240_000);

describe('What people see of Grafana', () => {
  let grafana: TestGrafana;
  beforeAll(async () => {
    grafana = await startGrafana();
    await grafana.ask('/api/dashboards/db', {
      method: 'POST',
      body: {
        dashboard: {
          uid: 'seen',
          title: 'Seen <b>',
          panels: [
            { id: 1, type: 'timeseries', title: 'Requests' },
            {
              id: 2,
              type: 'row',
              panels: [{ id: 3, type: 'stat', title: 'Within' }],
            },
          ],
        },
        folderUid: 'commerce',
      },
    });
  });
  afterAll(() => grafana.stop());

  const page = async (path: string) => {
    const response = await grafana.fetch(path, { token: '' });
    return { status: response.status, text: await response.text() };
  };

  it('is a page of the dashboard with range, values and panels, without a token', async () => {
    const { status, text } = await page(
      '/d/seen/seen?from=now-3h&to=now-1h&var-service=orders&var-service=cart&viewPanel=panel-3',
    );
    expect(status).toBe(200);
    for (const part of [
      'simulated Grafana',
      'Seen &lt;b&gt;',
      'Commerce',
      'now-3h',
      'orders, cart',
      'Within',
      'stat',
      'Requests',
    ]) {
      expect(text).toContain(part);
    }
    expect((await page('/dashboards/f/commerce/commerce')).text).toContain(
      '/d/seen/seen-b',
    );
    expect((await page('/')).text).toContain('Commerce');
    expect((await page('/d/none')).status).toBe(404);
    expect((await page('/plugins')).text).toContain('Page not found');
  });

  it('is a page of what Explore would ask', async () => {
    const panes = {
      abc: {
        datasource: 'prometheus',
        queries: [{ refId: 'A', expr: 'sum(up)' }],
        range: { from: 'now-2h', to: 'now' },
      },
    };
    const { text } = await page(
      `/explore?schemaVersion=1&panes=${encodeURIComponent(
        JSON.stringify(panes),
      )}`,
    );
    expect(text).toContain('Prometheus (prometheus)');
    expect(text).toContain('sum(up)');
    expect(text).toContain('now-2h');
    expect((await page('/explore?panes=x')).text).toContain(
      'nothing that can be read',
    );
  });

  it('is a picture of a panel in the size that is asked for, for the token alone', async () => {
    const path =
      '/render/d-solo/seen/seen?panelId=3&width=640&height=300&theme=light';
    const response = await grafana.fetch(path);
    expect(response.headers.get('content-type')).toBe('image/png');
    const png = Buffer.from(await response.arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([640, 300]);
    expect((await grafana.fetch(path, { token: 'x' })).status).toBe(401);
    expect((await grafana.fetch(`${path}&width=1&scale=2`)).status).toBe(200);
    const wrong = await grafana.ask('/render/d-solo/seen/seen?width=wide');
    expect(wrong).toEqual({
      status: 400,
      body: { message: 'Render parameters error' },
    });
    await grafana.ask('/api/dashboards/uid/seen', { method: 'DELETE' });
  });
});
