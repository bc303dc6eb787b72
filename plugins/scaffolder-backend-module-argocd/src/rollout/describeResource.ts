import type {
  Application,
  ResourceHealth,
  ResourceNode,
} from '@portico/plugin-argocd-node';

/** A resource as the log speaks of it. */
export interface ResourceState {
  /** e.g. `Deployment orders-api`. */
  title: string;
  /** e.g. `1 of 2 replicas ready`. */
  text: string;
  /** In the cluster as wanted, and healthy if its kind has health. */
  ready: boolean;
  health?: ResourceHealth;
  /** Deployed by the application itself, rather than by one of its resources. */
  managed: boolean;
}

/** The replica counts of Argo CD's and `kubectl`'s sentences: "Waiting for rollout to finish: 1 of 2 updated replicas are available". */
const REPLICAS = /(\d+) (?:out )?of (\d+) (?:updated |new )?(?:replicas|pods)/;

function describe(sync?: string, health?: ResourceHealth): string {
  const message = health?.message?.trim();
  switch (health?.status) {
    case 'Progressing': {
      const replicas = REPLICAS.exec(message ?? '');
      if (replicas) {
        const done = /have been updated/.test(message ?? '')
          ? 'updated'
          : 'ready';
        return `${replicas[1]} of ${replicas[2]} replicas ${done}`;
      }
      return message ? `in progress, ${lowerFirst(message)}` : 'in progress';
    }
    case 'Healthy':
      return 'healthy';
    case 'Missing':
    case undefined:
      return sync === 'Synced' ? 'synced' : 'waits to be made';
    default:
      return [health?.status, message].filter(Boolean).join(': ');
  }
}

/** What the application deployed, and the pods below it. */
export function listResources(
  application: Application,
  tree: ResourceNode[],
): ResourceState[] {
  const managed = (application.status?.resources ?? []).map(resource => {
    const node = tree.find(
      candidate =>
        candidate.kind === resource.kind &&
        candidate.name === resource.name &&
        candidate.namespace === resource.namespace,
    );
    const health = resource.health ?? node?.health;
    return {
      title: `${resource.kind} ${resource.name}`,
      text: describe(resource.status, health),
      ready:
        resource.status === 'Synced' &&
        (!health?.status || health.status === 'Healthy'),
      health,
      managed: true,
    };
  });
  const pods = tree
    .filter(node => node.kind === 'Pod' && node.health?.status)
    .map(({ name, health }) => ({
      title: `Pod ${name}`,
      text: describe('Synced', health),
      ready: health?.status === 'Healthy',
      health,
      managed: false,
    }));
  return [...managed, ...pods];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('en-US') + text.slice(1);
}
