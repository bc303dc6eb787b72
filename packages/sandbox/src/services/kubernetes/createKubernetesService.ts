import type { Kit } from '../../kit';
import type { World } from '../../world';
import { KubernetesCluster } from './KubernetesCluster';
import { KubernetesService } from './KubernetesService';

/** The cluster's API; its `cluster` is what Argo CD deploys to. Workloads come from Argo CD, not from here. */
export function createKubernetesService(options: {
  kit: Kit;
  world: World;
}): KubernetesService {
  return new KubernetesService(new KubernetesCluster(options.kit));
}
