import type { DashboardView } from '@portico/plugin-grafana-common';
import type { JsonObject } from '@backstage/types';
import { component } from '../__testUtils__/catalogFor';
import { startRouter } from '../__testUtils__/startRouter';

function start(
  variables: JsonObject[],
  annotations: Record<string, string> = {},
) {
  const router = startRouter({ entities: [component('orders', annotations)] });
  const { fake, get } = router;
  fake.add('red', ['orders'], {
    templating: { list: variables },
    panels: [
      {
        id: 1,
        type: 'timeseries',
        title: '$job',
        datasource: { uid: '$ds' },
        targets: [{ refId: 'A', expr: 'up{job=~"$job"}' }],
      },
    ],
  });
  const path = '/dashboards/component/default/orders/mini-org/red';
  return {
    fake,
    more: async (rest: string) => (await get(`${path}/variables/${rest}`)).body,
    view: async (query = '') =>
      (await get(`${path}?${query}`)).body as DashboardView,
  };
}
const query = (name: string, text: string, more: JsonObject = {}) => ({
  name,
  type: 'query',
  query: { qryType: 1, query: text, refId: 'x' },
  ...more,
});

it('works out one after the other, each with what is chosen of those before', async () => {
  const { view, fake } = start([
    query('pod', 'label_values(up{env="$env",job=~"$job"}, pod)'),
    query('job', 'label_values(up{env="$env"}, job)', {
      multi: true,
      includeAll: true,
      current: { value: ['$__all'] },
    }),
    query('env', 'label_values(env)', { regex: '/^p/' }),
  ]);
  Object.assign(fake.resources, {
    'api/v1/label/env/values': { data: ['dev', 'prod'] },
    'api/v1/label/job/values': { data: ['a.b', 'c'] },
    'api/v1/label/pod/values': { data: ['p1'] },
  });
  const { variables, url } = await view();
  expect(variables.map(it => [it.name, it.current])).toEqual([
    ['pod', ['p1']],
    ['job', ['$__all']],
    ['env', ['prod']],
  ]);
  expect(fake.asked).toContain(
    'resource prom api/v1/label/pod/values up{env="prod",job=~"(a\\\\.b|c)"}',
  );
  expect(url).toContain('var-pod=p1&var-job=%24__all&var-env=prod');
});

it('sets those that the entity knows, where they are offered', async () => {
  const { view, fake } = start(
    [
      query('service', 'label_values(service)'),
      query('region', 'label_values(region)'),
      query('app', 'label_values(app)'),
    ],
    { 'grafana/variables': 'region=eu' },
  );
  Object.assign(fake.resources, {
    'api/v1/label/service/values': { data: ['cart', 'orders'] },
    'api/v1/label/region/values': { data: ['us', 'eu'] },
    'api/v1/label/app/values': { data: ['other'] },
  });
  const { variables } = await view();
  expect(variables.map(it => [it.name, it.current, it.fromEntity])).toEqual([
    ['service', ['orders'], true],
    ['region', ['eu'], true],
    ['app', ['other'], undefined],
  ]);
  const chosen = await view('var-service=cart');
  expect(chosen.variables[0]).toMatchObject({ current: ['cart'] });
  expect(chosen.variables[0].fromEntity).toBeUndefined();
});

it('offers data sources of a type, and asks the one that is chosen', async () => {
  const { view, fake } = start([
    { name: 'ds', type: 'datasource', query: 'prometheus', regex: '/EU/' },
    query('job', 'label_values(job)', { datasource: { uid: '${ds}' } }),
  ]);
  fake.resources['api/v1/label/job/values'] = { data: ['a'] };
  const { variables, panels } = await view();
  expect(variables[0].options).toEqual([
    { text: 'Prometheus EU', value: 'prom-eu' },
  ]);
  expect(fake.asked).toContain('resource prom-eu api/v1/label/job/values');
  expect(panels[0]).toMatchObject({ title: 'a', datasource: 'Prometheus EU' });
  expect(
    JSON.parse(new URL(panels[0].exploreUrl!).searchParams.get('panes')!),
  ).toEqual({
    portico: {
      datasource: 'prom-eu',
      queries: [
        {
          refId: 'A',
          expr: 'up{job=~"a"}',
          datasource: { uid: 'prom-eu', type: 'prometheus' },
        },
      ],
      range: { from: 'now-6h', to: 'now' },
    },
  });
});

it.each<[string, JsonObject[], string, string]>([
  [
    'asks what is gone',
    [
      query('job', 'label_values(job)', {
        datasource: { uid: 'old' },
        current: { value: 'a' },
      }),
    ],
    'DatasourceNotFoundError',
    "'old', which Grafana does not know",
  ],
  [
    'waits for itself',
    [
      query('job', 'label_values(up{a="$b"}, job)', {
        current: { value: 'a' },
      }),
      query('b', '$job'),
    ],
    'InputError',
    'job → b → job wait for each other',
  ],
])(
  'says of a variable that %s, and keeps its saved value',
  async (_what, variables, name, message) => {
    const { view } = start(variables);
    const [job] = (await view()).variables;
    expect(job).toMatchObject({
      current: ['a'],
      problem: { name, message: expect.stringContaining(message) },
    });
  },
);

it('sends so many options, and finds the others by text', async () => {
  const { view, more, fake } = start([
    query('pod', 'label_values(pod)', { current: { value: 'pod-777' } }),
    {
      name: 'Filters',
      type: 'adhoc',
      filters: [{ key: 'env', operator: '=', value: 'prod' }],
    },
  ]);
  Object.assign(fake.resources, {
    'api/v1/label/pod/values': {
      data: Array.from({ length: 1000 }, (_, at) => `pod-${at}`),
    },
    'api/v1/labels': { data: ['env', 'job'] },
    'api/v1/label/env/values': { data: ['dev', 'prod'] },
  });
  const { variables } = await view(
    'var-Filters=env|=|dev&var-Filters=job|=~|a.*',
  );
  expect(variables[0].options).toHaveLength(201);
  expect(variables[0]).toMatchObject({ current: ['pod-777'], more: 799 });
  expect(variables[1]).toMatchObject({
    keys: ['env', 'job'],
    filters: [
      { key: 'env', operator: '=', value: 'dev' },
      { key: 'job', operator: '=~', value: 'a.*' },
    ],
  });
  expect(await more('pod/values?search=POD-99')).toMatchObject({
    items: [{ value: 'pod-99' }, ...Array(10).fill({})],
  });
  expect(await more('Filters/values?key=env')).toEqual({
    items: [
      { text: 'dev', value: 'dev' },
      { text: 'prod', value: 'prod' },
    ],
  });
});
