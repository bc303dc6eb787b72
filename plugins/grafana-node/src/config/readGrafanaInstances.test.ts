import { ConfigReader } from '@backstage/config';
import { GrafanaInstances } from '../GrafanaInstances';
import { readGrafanaInstances } from './readGrafanaInstances';

const config = (...instances: object[]) =>
  new ConfigReader({ grafana: { instances } } as never);

it('reads addresses, with those for people apart', () => {
  const read = readGrafanaInstances(
    config(
      { name: 'a', url: 'http://a:3000/', token: 's' },
      {
        name: 'b',
        url: 'http://b/grafana',
        externalUrl: 'https://b.example/',
        token: 't',
        orgId: 3,
        alertmanager: 'mimir-am',
      },
    ),
  );
  expect(read).toEqual([
    {
      name: 'a',
      url: 'http://a:3000',
      externalUrl: 'http://a:3000',
      token: 's',
      orgId: undefined,
      alertmanager: 'grafana',
    },
    {
      name: 'b',
      url: 'http://b/grafana',
      externalUrl: 'https://b.example',
      token: 't',
      orgId: 3,
      alertmanager: 'mimir-am',
    },
  ]);
});

it.each([
  [{ name: 'a', url: 'a:3000', token: 't' }, "url of 'a' is no address"],
  [{ name: 'a', url: 'http://a' }, 'token'],
])('refuses %j', (instance, problem) => {
  expect(() => readGrafanaInstances(config(instance))).toThrow(problem);
});

it('refuses two of one name', () => {
  const a = { name: 'a', url: 'http://a', token: 't' };
  expect(() => readGrafanaInstances(config(a, a))).toThrow(
    "two entries named 'a'",
  );
});

it('gives the first client where none is named, and says which there are', () => {
  const instances = GrafanaInstances.fromConfig(
    config(
      { name: 'a', url: 'http://a', token: 't' },
      { name: 'b', url: 'http://b', token: 't' },
    ),
  );
  expect(instances.client().instance.name).toBe('a');
  expect(instances.client('b').instance.name).toBe('b');
  const entity = (annotations?: Record<string, string>) => ({
    apiVersion: 'v1',
    kind: 'Component',
    metadata: { name: 'orders', annotations },
  });
  expect(instances.clientsOf(entity())).toHaveLength(2);
  expect(
    instances
      .clientsOf(entity({ 'grafana/host-id': 'b' }))
      .map(({ instance }) => instance.name),
  ).toEqual(['b']);
  expect(() =>
    instances.clientsOf(entity({ 'grafana/source-id': 'c' })),
  ).toThrow("no Grafana instance 'c'");
  expect(() => instances.client('c')).toThrow('Known instances: a, b.');
  const none = GrafanaInstances.fromConfig(new ConfigReader({}));
  expect(none.list()).toEqual([]);
  expect(() => none.client()).toThrow('Add grafana.instances');
});
