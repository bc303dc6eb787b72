import type { KubernetesObject, Manifest } from '../objects/types';
import type { Pod, PodSpec } from '../objects/workloads';
import { StatusError, forbidden } from '../StatusError';
import type { ControllerContext } from './Controller';

/** Tries again after this long where a pod was refused. */
const RETRY_MS = 5_000;

/**
 * Creates a pod for a workload, with the events that its controller would write. `undefined` where the
 * API server refuses it, e.g. as its service account is missing; then `retry` is called later.
 */
export function createPod(
  owner: KubernetesObject,
  manifest: Manifest,
  component: string,
  context: ControllerContext,
  retry: () => void,
): Pod | undefined {
  const { objects, events, steps } = context;
  try {
    const {
      namespace = 'default',
      name,
      generateName = '',
    } = manifest.metadata;
    const { serviceAccountName = 'default' } = manifest.spec as PodSpec;
    if (!objects.get('serviceaccounts', namespace, serviceAccountName)) {
      throw forbidden(
        objects.types.builtIn('pods'),
        name ?? generateName,
        `error looking up service account ${namespace}/${serviceAccountName}: serviceaccount "${serviceAccountName}" not found`,
      );
    }
    const pod = objects.create<Pod>('pods', manifest);
    events.record(owner, {
      reason: 'SuccessfulCreate',
      message:
        owner.kind === 'StatefulSet'
          ? `create Pod ${pod.metadata.name} in StatefulSet ${owner.metadata.name} successful`
          : `Created pod: ${pod.metadata.name}`,
      component,
    });
    return pod;
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    events.record(owner, {
      reason: 'FailedCreate',
      message: `Error creating: ${error.message}`,
      component,
      warning: true,
    });
    steps.after(owner.metadata.uid, 'create-pod', RETRY_MS, retry);
    return undefined;
  }
}
