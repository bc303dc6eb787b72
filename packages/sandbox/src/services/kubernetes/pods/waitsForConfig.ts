import type { ObjectStore } from '../objects/ObjectStore';
import type { Pod } from '../objects/workloads';

/** Pods that can't start as something is missing, and may now. */
export function configHolders(
  objects: ObjectStore,
  namespace: string | undefined,
): Pod[] {
  return objects
    .list<Pod>('pods', namespace)
    .filter(pod =>
      pod.status?.containerStatuses?.some(
        ({ state }) => state.waiting?.reason === 'CreateContainerConfigError',
      ),
    );
}
