import type { Entity } from '@backstage/catalog-model';
import { parse, parseAllDocuments } from 'yaml';
import { checkEntity } from './__testUtils__/checkEntity';
import { createWorld } from './createWorld';
import { ENVIRONMENTS } from './repository/environments';
import { repositoryFiles } from './repositoryFiles';

const place = {
  githubUrl: 'http://127.0.0.1:7101',
  grafanaUrl: 'http://127.0.0.1:7108',
  organization: 'mini-org',
};
const world = createWorld();

function filesOf(name: string): Map<string, string> {
  const component = world.components.find(c => c.name === name)!;
  return new Map(
    repositoryFiles(world, component, place).map(({ path, content }) => [
      path,
      String(content),
    ]),
  );
}

function entitiesOf(files: Map<string, string>): Entity[] {
  return parseAllDocuments(files.get('catalog-info.yaml')!).map(d => d.toJS());
}

describe('repositoryFiles', () => {
  it.each(world.components.map(({ name }) => name))(
    '%s has a valid catalog entry, parsable YAML and no path twice',
    async name => {
      const component = world.components.find(c => c.name === name)!;
      const list = repositoryFiles(world, component, place);
      const files = filesOf(name);

      expect(files.size).toBe(list.length);
      for (const [path, content] of files) {
        if (!path.endsWith('.yaml')) continue;
        const errors = parseAllDocuments(content).flatMap(d => d.errors);
        expect([path, errors]).toEqual([path, []]);
      }
      const entities = entitiesOf(files);
      for (const entity of entities) {
        await expect(checkEntity(entity)).resolves.toBeUndefined();
      }
      expect(
        entities
          .filter(({ kind }) => kind === 'API')
          .map(({ spec }) => spec?.definition as { $text: string })
          .filter(({ $text }) => !files.has($text.replace('./', ''))),
      ).toEqual([]);
    },
  );

  it('links a component by the service contract', () => {
    const [orders, ...apis] = entitiesOf(filesOf('orders'));

    expect(orders.metadata.annotations).toEqual({
      'github.com/project-slug': 'mini-org/orders',
      'backstage.io/techdocs-ref': 'dir:.',
      'backstage.io/kubernetes-id': 'orders',
      'argocd/app-selector': 'app=orders',
      'portico/tier': 'critical',
      'portico/metrics-preset': 'otel',
      'portico/slo': 'availability=99.9, latency-p95=300ms',
      'portico/cost-budget': '400 USD',
      'pagerduty.com/service-id': 'PORDERS',
      'grafana/overview-dashboard': 'http://127.0.0.1:7108/d/orders-red',
      'grafana/overview-panels': '2, 5',
    });
    expect(orders.metadata.links?.map(({ title }) => title)).toEqual([
      'Repository',
      'Runbook',
      'Grafana',
    ]);
    expect(orders.spec).toMatchObject({
      owner: 'group:default/commerce',
      system: 'system:default/order-service',
      providesApis: ['orders-api', 'order-events'],
      dependsOn: expect.arrayContaining([
        'component:default/payments',
        'resource:default/orders-db',
      ]),
    });
    expect(apis.map(({ kind, metadata }) => [kind, metadata.name])).toEqual([
      ['API', 'orders-api'],
      ['API', 'order-events'],
    ]);
  });

  it('leaves timesheets unlinked, with neither annotations nor docs', () => {
    const files = filesOf('timesheets');

    expect(entitiesOf(files)[0].metadata).toEqual({
      name: 'timesheets',
      description: expect.any(String),
    });
    expect([...files.keys()].filter(p => /^(docs|mkdocs)/.test(p))).toEqual([]);
    expect(files.get('deploy/base/deployment.yaml')).not.toContain(
      'backstage.io/kubernetes-id',
    );
  });

  it('gives each environment its namespace, size and version', () => {
    const files = filesOf('orders');
    const overlays = ENVIRONMENTS.map(environment =>
      parse(files.get(`deploy/overlays/${environment}/kustomization.yaml`)!),
    );
    expect(
      overlays.map(o => [o.namespace, o.replicas[0].count, o.images[0].newTag]),
    ).toEqual([
      ['customer-services-dev', 1, 'v1.42.1-rc.1'],
      ['customer-services-staging', 2, 'v1.42.0'],
      ['customer-services', 6, 'v1.42.0'],
    ]);
  });

  it('tells a component where those are that it calls, in its own environment', () => {
    const { patches } = parse(
      filesOf('orders').get('deploy/overlays/dev/kustomization.yaml')!,
    );
    expect(parse(patches[0].patch).data).toEqual({
      ENVIRONMENT: 'dev',
      LOG_LEVEL: 'debug',
      PAYMENTS_URL: 'http://payments.payment-services-dev',
      INVENTORY_URL: 'http://inventory.customer-services-dev',
      CUSTOMERS_URL: 'http://customers.customer-services-dev',
      EVENT_BUS_URL: 'http://event-bus.messaging-services-dev',
    });
  });

  it('lists in the base exactly the manifests that are there, and selects its own pods', () => {
    const files = filesOf('orders');
    const { resources } = parse(files.get('deploy/base/kustomization.yaml')!);
    const deployment = parse(files.get('deploy/base/deployment.yaml')!);
    const service = parse(files.get('deploy/base/service.yaml')!);
    const pod = deployment.spec.template;

    expect(resources.map((file: string) => `deploy/base/${file}`)).toEqual(
      [...files.keys()].filter(path =>
        /^deploy\/base\/(?!kustomization)/.test(path),
      ),
    );
    expect(pod.metadata.labels).toMatchObject(service.spec.selector);
    expect(pod.metadata.labels).toMatchObject(
      deployment.spec.selector.matchLabels,
    );
    expect(pod.spec.containers[0]).toMatchObject({
      image: 'ghcr.io/mini-org/orders',
      livenessProbe: { httpGet: { path: '/health', port: 8080 } },
      readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
    });
  });

  it('writes a runbook that names the stores, the alerts and whom to call', () => {
    const runbook = filesOf('orders').get('docs/runbook.md')!;

    expect(runbook).toContain('`orders-db`: connections in use');
    expect(runbook).toContain('| `OrdersLatencyHigh` | p95 above 300ms |');
    expect(runbook).toContain('Jonas Weber, who leads commerce');
    expect(runbook).not.toContain('undefined');
  });
});
