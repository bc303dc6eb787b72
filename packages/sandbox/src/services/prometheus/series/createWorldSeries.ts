import type { Incidents } from '../../../incidents';
import type { Kit } from '../../../kit';
import type { World } from '../../../world';
import type { KubernetesCluster } from '../../kubernetes';
import type { SeriesSource } from './SeriesSource';
import { PodTargets } from './targets/PodTargets';
import { Targets } from './targets/Targets';
import { WorldSeries } from './WorldSeries';

/**
 * The metrics of the world's components in all environments, and of each Deployment that is made afterwards. It looks
 * at the cluster's pods from now on, so make it before anything is deployed.
 */
export function createWorldSeries(options: {
  kit: Kit;
  world: World;
  incidents: Incidents;
  cluster: KubernetesCluster;
}): SeriesSource {
  const { kit, world, incidents, cluster } = options;
  const isLeftOut = (service: string) =>
    world.components.some(one => one.name === service && one.unlinked);
  const pods = new PodTargets({ kit, cluster, isLeftOut });
  return new WorldSeries({
    world,
    incidents,
    targets: new Targets(world, pods),
    now: () => kit.clock.now().getTime(),
  });
}
