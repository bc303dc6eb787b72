import { ArgocdError } from '../ArgocdError';
import type { Application } from '../types';

const CASCADE = 'resources-finalizer.argocd.argoproj.io';

/** How the resources of an application go with it. */
export type Propagation = 'Foreground' | 'Background';

/**
 * The finalizers with which an application is deleted, as Argo CD's server sets them before it deletes: without
 * cascading, the one that would take its resources along is removed first.
 * See https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/
 *
 * @throws ArgocdError 400 for a policy that there is not, or that makes no sense
 */
export function finalizersForDeletion(
  finalizers: string[],
  query: { cascade?: unknown; propagationPolicy?: unknown },
): string[] {
  const policy = String(query.propagationPolicy ?? '').toLowerCase();
  const others = finalizers.filter(one => !isCascade(one));
  if (query.cascade === 'false') {
    if (!policy) return others;
    throw new ArgocdError(
      'InvalidArgument',
      'cannot set propagation policy when cascading is disabled',
    );
  }
  if (!['', 'foreground', 'background'].includes(policy)) {
    throw new ArgocdError(
      'InvalidArgument',
      `invalid propagation policy: ${String(query.propagationPolicy)}`,
    );
  }
  const wanted = policy ? `${CASCADE}/${policy}` : CASCADE;
  return finalizers.includes(wanted) ? finalizers : [...others, wanted];
}

/** How the resources go, or `undefined` where they stay. */
export function propagationOf({
  metadata,
}: Application): Propagation | undefined {
  const finalizer = metadata.finalizers?.find(isCascade);
  if (!finalizer) return undefined;
  return finalizer.endsWith('/background') ? 'Background' : 'Foreground';
}

export function withoutCascade(finalizers: string[] = []): string[] {
  return finalizers.filter(one => !isCascade(one));
}

function isCascade(finalizer: string): boolean {
  return finalizer === CASCADE || finalizer.startsWith(`${CASCADE}/`);
}
