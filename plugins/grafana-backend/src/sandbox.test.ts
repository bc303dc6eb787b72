import { createMockDirectory } from '@backstage/backend-test-utils';
import type {
  DashboardList,
  DashboardView,
  PanelData,
} from '@portico/plugin-grafana-common';
import { createSandbox, type Sandbox } from '@portico/sandbox';
import { component, NOBODY } from './__testUtils__/catalogFor';
import { startPlugin } from './__testUtils__/startPlugin';

jest.setTimeout(240_000);

const ORDERS = 'component/default/orders';
const RED = `${ORDERS}/mini-org/orders-red`;

describe("an entity's dashboards in the mini-org's Grafana", () => {
  const folder = createMockDirectory();
  let sandbox: Sandbox;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;
  beforeAll(async () => {
    sandbox = await createSandbox({
      dataDir: folder.resolve('sandbox'),
      ports: 'free',
      only: ['control', 'grafana', 'prometheus'],
    });
    plugin = await startPlugin({
      grafana: {
        instances: [
          {
            name: 'mini-org',
            url: sandbox.urls.grafana,
            externalUrl: 'https://grafana.example',
            token: 'grafana-sandbox-token',
          },
        ],
      },
      entities: [
        component('orders', {
          'grafana/overview-dashboard': `${sandbox.urls.grafana}/d/orders-red/orders-red?orgId=1`,
          'grafana/overview-panels': '2, 5',
        }),
      ],
    });
  }, 240_000);
  afterAll(() => sandbox?.stop());

  it('are those with its name as a tag', async () => {
    const { body } = await plugin.get(`/dashboards/${ORDERS}`);
    const { items, overview, failures } = body as DashboardList;
    expect(items.map(({ uid, because }) => [uid, because])).toEqual(
      expect.arrayContaining([
        ['orders-red', 'name'],
        ['orders-logs', 'name'],
      ]),
    );
    expect(overview).toEqual({
      instance: 'mini-org',
      uid: 'orders-red',
      panelIds: [2, 5],
    });
    expect(failures).toEqual([]);
  });

  it('are not there for whoever may not read it', async () => {
    const { status } = await plugin.get(`/dashboards/${ORDERS}`, NOBODY);
    expect(status).toBe(404);
  });

  it('come with what their variables offer, and panels where they lie', async () => {
    const { body } = await plugin.get(`/dashboards/${RED}?from=now-1h&to=now`);
    const { variables, panels } = body as DashboardView;
    expect(variables.map(({ name, current }) => [name, current])).toEqual(
      expect.arrayContaining([
        ['environment', ['production']],
        ['route', ['$__all']],
      ]),
    );
    expect(panels.find(({ id }) => id === 2)).toMatchObject({
      key: '2',
      title: 'p95 by route',
      drawn: 'native',
      url: expect.stringMatching(
        /^https:\/\/grafana\.example\/d\/orders-red\/.*from=now-1h.*viewPanel=panel-2$/,
      ),
    });
    expect(JSON.stringify(body)).not.toContain('grafana-sandbox-token');
  });

  it('answer with the data of one panel for a value', async () => {
    const { body, status } = await plugin.get(
      `/panels/${RED}/2?from=now-1h&to=now&points=100&var-route=/api/v1/orders`,
    );
    expect(status).toBe(200);
    const { frames } = body as PanelData;
    expect(frames[0].fields.map(({ displayName }) => displayName)).toEqual([
      'Time',
      '/api/v1/orders',
    ]);
  });
});
