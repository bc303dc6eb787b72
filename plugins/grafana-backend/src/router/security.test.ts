import { component, NOBODY } from '../__testUtils__/catalogFor';
import { startRouter } from '../__testUtils__/startRouter';

const ORDERS = 'component/default/orders';
const RED = `${ORDERS}/mini-org/orders-red`;

function start() {
  const router = startRouter({
    entities: [component('orders'), component('payouts')],
  });
  router.fake.resources['api/v1/label/environment/values'] = {
    data: ['production', 'staging'],
  };
  router.fake.add('orders-red', ['orders'], {
    templating: {
      list: [
        {
          name: 'environment',
          type: 'query',
          query: 'label_values(up, environment)',
        },
        { name: 'floor', type: 'constant', query: '0.99' },
        { name: 'word', type: 'textbox', query: 'error' },
        { name: 'Filters', type: 'adhoc', filters: [] },
      ],
    },
    panels: [
      {
        id: 1,
        type: 'timeseries',
        title: 'Rate',
        targets: [{ refId: 'A', expr: 'up{environment="$environment"}' }],
      },
    ],
  });
  router.fake.add('payouts-red', ['payouts'], { panels: [{ id: 1 }] });
  return router;
}

it.each([
  [
    "a foreign entity's dashboard",
    `${ORDERS}/mini-org/payouts-red/1`,
    404,
    'DashboardNotFoundError',
    "Dashboard 'payouts-red' of Grafana 'mini-org' is none of component:default/orders",
  ],
  [
    'an instance that there is not',
    `${ORDERS}/other/orders-red/1`,
    404,
    'DashboardNotFoundError',
    "of Grafana 'other'",
  ],
  [
    'a query of its own',
    `${RED}/1?expr=up`,
    400,
    'RequestRefusedError',
    "'expr' can't be asked for",
  ],
  [
    'a data source of its own',
    `${RED}/1?datasource=prom`,
    400,
    'RequestRefusedError',
    "'datasource' can't be asked for",
  ],
  [
    'an object in place of text',
    `${RED}/1?from[a]=now-1h`,
    400,
    'RequestRefusedError',
    "'from' is no text",
  ],
  [
    'a value that is not offered',
    `${RED}/1?var-environment=".*`,
    400,
    'ValueRefusedError',
    "The variable 'environment' does not offer '\".*'. It offers: production, staging.",
  ],
  [
    'another value of a constant',
    `${RED}/1?var-floor=0`,
    400,
    'ValueRefusedError',
    "'floor' does not offer '0'. It offers: 0.99.",
  ],
  [
    'text of its own',
    `${RED}/1?var-word=password`,
    400,
    'ValueRefusedError',
    "'word' does not offer 'password'",
  ],
  [
    'a variable that there is not',
    `${RED}/1?var-tenant=a`,
    400,
    'ValueRefusedError',
    "no variable 'tenant'. It has environment, floor, word, Filters.",
  ],
  [
    'a filter by what is no key',
    `${RED}/1?var-Filters=tenant|=|a`,
    400,
    'ValueRefusedError',
    "'Filters' does not offer 'tenant'",
  ],
  [
    'a range of ten years',
    `${RED}/1?from=now-10y&to=now`,
    400,
    'RangeRefusedError',
    '10 years is more than the 90 days',
  ],
  [
    'a range that ends before it begins',
    `${RED}/1?from=now&to=now-1h`,
    400,
    'RangeRefusedError',
    'is not before',
  ],
  [
    'the future',
    `${RED}/1?from=1793000000000&to=1993000000000`,
    400,
    'RangeRefusedError',
    'lies in the future',
  ],
  [
    'what is no time',
    `${RED}/1?from=yesterday&to=now`,
    400,
    'RangeRefusedError',
    "from is 'yesterday', which is no time",
  ],
  [
    'a panel that there is not',
    `${RED}/9`,
    404,
    'PanelNotFoundError',
    "no panel '9'",
  ],
])('refuses %s', async (_what, path, status, name, message) => {
  const { get, fake } = start();
  fake.resources['api/v1/labels'] = { data: ['environment'] };
  const answer = await get(`/panels/${path}`);
  expect([answer.status, answer.body.error?.name]).toEqual([status, name]);
  expect(answer.body.error.message).toContain(message);
  expect(fake.asked).not.toContain('query');
});

it.each([
  [`/dashboards/${ORDERS}`],
  [`/dashboards/${RED}`],
  [`/dashboards/${RED}/variables/environment/values`],
  [`/panels/${RED}/1`],
  [`/panels/${RED}/1/picture`],
])('hides %s of an entity that is not theirs to read', async path => {
  const { get, fake } = start();
  const { status, body } = await get(path, NOBODY);
  expect([status, body.error.name]).toEqual([404, 'NotFoundError']);
  expect(fake.asked).toEqual([]);
});

it('asks once for what is offered, and tells no secret', async () => {
  const { get, fake } = start();
  const path = `/panels/${RED}/1?from=now-1h&to=now&var-environment=staging`;
  expect((await get(path)).status).toBe(200);
  expect(fake.asked.filter(it => it === 'query')).toHaveLength(1);
  const view = await get(`/dashboards/${RED}`);
  expect(view.status).toBe(200);
  expect(view.text).not.toContain('secret-token');
  expect(view.text).not.toContain('"targets"');
});
