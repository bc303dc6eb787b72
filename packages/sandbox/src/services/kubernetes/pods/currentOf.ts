import type { ControllerContext } from '../controllers/Controller';
import type { Pod } from '../objects/workloads';

/** The pod as it is now, unless it went or was replaced by one of the same name. */
export function currentOf(
  pod: Pod,
  { objects }: ControllerContext,
): Pod | undefined {
  const { namespace, name, uid } = pod.metadata;
  const current = objects.get<Pod>('pods', namespace, name);
  return current?.metadata.uid === uid ? current : undefined;
}
