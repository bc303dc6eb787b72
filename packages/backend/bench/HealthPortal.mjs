import { startBackend } from './startBackend.mjs';

/** Health and Prometheus alone, for so many components. */
export async function startPortal({ count, prometheus, folder, port }) {
  const backend = await startBackend({
    entities: componentsOf(count),
    plugins: [
      '@portico/plugin-health-backend',
      '@portico/plugin-health-backend-module-prometheus',
    ],
    config: {
      health: {
        prometheus: { instances: [{ name: 'bench', url: prometheus }] },
        providers: { prometheus: { jitterSeconds: 0 } },
      },
    },
    folder,
    port,
  });
  return {
    headers: backend.headers,
    url: `${backend.url}/health`,
    database: `${folder}/health.sqlite`,
    collect: () => backend.run('health-collect-prometheus'),
    stop: backend.stop,
  };
}

function componentsOf(count) {
  return Array.from({ length: count }, (_, index) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: `service-${index}`,
      namespace: 'default',
      annotations: {
        'portico/slo': 'availability=99.9, latency-p95=300ms',
        'portico/tier': index % 10 ? 'standard' : 'critical',
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'team' },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/team-${index % 40}` },
      { type: 'partOf', targetRef: `system:default/system-${index % 120}` },
    ],
  }));
}
