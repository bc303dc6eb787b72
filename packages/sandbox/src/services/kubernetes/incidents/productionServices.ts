import type { World } from '../../../world';
import type { KubernetesCluster } from '../KubernetesCluster';
import { workloadOf } from '../pods/workloadOf';

/** What runs in production: the world's components that have pods, and what was deployed since. */
export function productionServices(
  world: Pick<World, 'components'>,
  cluster: KubernetesCluster,
): string[] {
  const deployed = cluster.objects
    .list('deployments')
    .map(workloadOf)
    .flatMap(one => (one?.environment === 'production' ? one.service : []));
  const known = world.components
    .filter(one => one.replicas > 0)
    .map(one => one.name);
  return [...new Set([...known, ...deployed])].sort();
}
