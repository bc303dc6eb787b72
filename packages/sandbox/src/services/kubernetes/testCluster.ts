import { Clock, Store, type Kit } from '../../kit';
import { KubernetesCluster } from './KubernetesCluster';
import type { Manifest } from './objects/types';

/** A cluster in memory whose simulated seconds take 10 ms, for tests. */
export function testCluster(store = Store.open(':memory:')): {
  cluster: KubernetesCluster;
  kit: Kit;
} {
  const kit: Kit = {
    store,
    clock: new Clock(0.01),
    dataDir: '/nowhere',
    urls: { github: 'http://127.0.0.1:7101' } as Kit['urls'],
    background(_what, work) {
      work().catch(error => {
        throw error;
      });
    },
  };
  return { cluster: new KubernetesCluster(kit), kit };
}

/** A Deployment of two containers' worth of nothing. */
export function deploymentManifest(
  options: {
    name?: string;
    image?: string;
    replicas?: number;
    annotations?: Record<string, string>;
    container?: object;
  } = {},
): Manifest {
  const { name = 'orders', image = 'nginx:1.27', replicas = 2 } = options;
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'default', labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations: options.annotations },
        spec: { containers: [{ name: 'app', image, ...options.container }] },
      },
    },
  };
}

/** Waits until `check` gives something; long, since a busy machine may hold the simulation up. */
export async function eventually<T>(
  check: () => T | undefined | false,
): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const value = check();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Still not so: ${check}`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
