import type {
  DashboardList,
  DashboardView,
} from '@portico/plugin-grafana-common';
import { GrafanaProblem } from '@portico/plugin-grafana-node';
import { component } from '../__testUtils__/catalogFor';
import { FakeGrafana } from '../__testUtils__/FakeGrafana';
import { startRouter } from '../__testUtils__/startRouter';

const stat = (id: number) => ({
  id,
  type: 'stat',
  title: `Stat ${id}`,
  targets: [{ refId: 'A', expr: 'up' }],
});

function start(annotations: Record<string, string> = {}) {
  const router = startRouter({ entities: [component('orders', annotations)] });
  const { fake } = router;
  fake.add('orders-red', ['orders'], {
    panels: [
      { id: 1, type: 'text' },
      stat(2),
      { id: 3, type: 'geomap' },
      stat(4),
      stat(5),
    ],
  });
  fake.add('shared', ['shared'], { panels: [stat(9)] });
  fake.add('gone', ['orders']);
  return {
    ...router,
    list: async () => {
      const answer = await router.get('/dashboards/component/default/orders');
      return { status: answer.status, ...(answer.body as DashboardList) };
    },
    view: async (uid: string) => {
      const answer = await router.get(
        `/dashboards/component/default/orders/mini-org/${uid}`,
      );
      return { status: answer.status, ...(answer.body as DashboardView) };
    },
  };
}

it('lists those with the name as a tag, and the first two panels that are drawn', async () => {
  const { list } = start();
  expect(await list()).toMatchObject({
    items: [
      {
        uid: 'orders-red',
        because: 'name',
        url: 'https://mini-org.example/d/orders-red/orders-red',
      },
      { uid: 'gone' },
    ],
    overview: { uid: 'orders-red', panelIds: [2, 4] },
    selector: "tags @> 'orders'",
    failures: [],
    asOf: '2026-11-21T14:00:00.000Z',
  });
});

it.each([
  ['http://mini-org:3000/d/shared/x?orgId=1&viewPanel=panel-9', [9]],
  ['https://mini-org.example/d/shared?viewPanel=9', [9]],
  ['shared', [9]],
])(
  'takes %s as the overview, which is the entity’s then',
  async (text, panelIds) => {
    const { list, view } = start({ 'grafana/overview-dashboard': text });
    const { items, overview } = await list();
    expect(overview).toEqual({ instance: 'mini-org', uid: 'shared', panelIds });
    expect(items.find(({ uid }) => uid === 'shared')?.because).toBe('overview');
    expect((await view('shared')).status).toBe(200);
  },
);

it.each([
  [
    'grafana/overview-dashboard',
    'https://other.example/d/a',
    'points to https://other.example',
  ],
  ['grafana/overview-dashboard', 'nope', "names the dashboard 'nope'"],
  [
    'grafana/host-id',
    'nope',
    "names the Grafana 'nope', which is not configured. There is: mini-org.",
  ],
])('says what is wrong with %s: %s', async (annotation, text, message) => {
  const { list } = start({ [annotation]: text });
  const { status, failures } = await list();
  expect(status).toBe(200);
  expect(failures).toMatchObject([
    { message: expect.stringContaining(message) },
  ]);
});

it('says what is wrong with a selector', async () => {
  const { get } = start({ 'grafana/dashboard-selector': 'tags @> ' });
  const { status, body } = await get('/dashboards/component/default/orders');
  expect([status, body.error.name]).toEqual([400, 'InputError']);
  expect(body.error.message).toContain('grafana/dashboard-selector');
});

it('keeps the last list, with its age, while Grafana is away', async () => {
  const { list, view, fake, clock } = start();
  await list();
  fake.down = new GrafanaProblem('GrafanaUnreachableError', 'It is away.');
  clock.now = new Date('2026-11-21T14:05:00Z');
  const { items, failures, asOf } = await list();
  expect(items).toHaveLength(2);
  expect(asOf).toBe('2026-11-21T14:00:00.000Z');
  expect(failures).toEqual([
    {
      instance: 'mini-org',
      problem: 'GrafanaUnreachableError',
      message: 'It is away. Its dashboards are those of 2026-11-21 14:00 UTC.',
    },
  ]);
  expect((await view('orders-red')).status).toBe(503);
});

it('has no list where Grafana never answered, and says so', async () => {
  const { list, view, fake } = start();
  fake.down = new GrafanaProblem('GrafanaCredentialError', 'Token refused.');
  expect(await list()).toMatchObject({
    items: [],
    failures: [
      { problem: 'GrafanaCredentialError', message: 'Token refused.' },
    ],
  });
  expect(await view('orders-red')).toMatchObject({ status: 503 });
});

it('asks for lists and dashboards once for all who look', async () => {
  const { list, view, fake } = start();
  await Promise.all([list(), list(), view('orders-red'), view('orders-red')]);
  expect(fake.asked.sort()).toEqual([
    'dashboard orders-red',
    'search',
    'settings',
  ]);
});

it('says of a dashboard that was deleted that it is gone', async () => {
  const { list, get, fake, clock } = start();
  await list();
  fake.dashboards.delete('orders-red');
  clock.now = new Date('2026-11-21T14:01:00Z');
  const { status, body } = await get(
    '/dashboards/component/default/orders/mini-org/orders-red',
  );
  expect([status, body.error.name]).toEqual([404, 'DashboardNotFoundError']);
});

it('finds a dashboard that was made a moment ago', async () => {
  const { list, view, fake, clock } = start();
  await list();
  fake.add('new', ['orders']);
  clock.now = new Date('2026-11-21T14:00:10Z');
  expect((await view('new')).status).toBe(200);
});

it('lets a library panel that is gone say so in its place', async () => {
  const { view, get, fake } = start();
  fake.libraryPanels.there = { type: 'gauge', title: 'Shared', targets: [] };
  fake.add('orders-red', ['orders'], {
    panels: [
      { id: 1, libraryPanel: { uid: 'there', name: 'There' } },
      { id: 2, libraryPanel: { uid: 'lost', name: 'Lost' } },
    ],
  });
  const { panels } = await view('orders-red');
  expect(panels).toMatchObject([
    { id: 1, type: 'gauge', title: 'Shared' },
    { id: 2, title: 'Lost', drawn: 'native' },
  ]);
  const { status, body } = await get(
    '/panels/component/default/orders/mini-org/orders-red/2',
  );
  expect([status, body.error.name]).toEqual([404, 'PanelNotFoundError']);
  expect(body.error.message).toContain("library panel 'Lost' (lost)");
});

it.each([
  [true, 'picture'],
  [false, 'link'],
])(
  'shows what it can’t draw, with a renderer %s, as a %s',
  async (renders, drawn) => {
    const { view, fake } = start();
    fake.renders = renders;
    const { panels } = await view('orders-red');
    expect(panels[2]).toMatchObject({
      type: 'geomap',
      drawn,
      why: expect.stringContaining("of the kind 'geomap'"),
    });
  },
);

it('says that no Grafana is configured', async () => {
  const fake = new FakeGrafana();
  fake.asInstances = () => ({ list: () => [], clients: () => [] } as never);
  const { get } = startRouter({ entities: [component('orders')], fake });
  const { status, body } = await get('/dashboards/component/default/orders');
  expect(status).toBe(200);
  expect(body).toMatchObject({ items: [], failures: [], unconfigured: true });
});
