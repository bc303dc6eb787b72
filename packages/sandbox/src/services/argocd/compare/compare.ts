import { parseQuantity } from '../../kubernetes/objects/quantity';
import type { KubernetesObject, Manifest } from '../types';

/** Annotation by which Argo CD knows what belongs to an application. */
export const TRACKING_ID = 'argocd.argoproj.io/tracking-id';
/** Annotation that holds what was applied last, so that a field taken out of git is noticed. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** `<application>:<group>/<kind>:<namespace>/<name>`. */
export function trackingId(application: string, manifest: Manifest): string {
  const { apiVersion, kind, metadata } = manifest;
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return `${application}:${group}/${kind}:${metadata.namespace ?? ''}/${
    metadata.name
  }`;
}

/** The application that tracks an object. */
export function trackedBy(object: Manifest): string | undefined {
  return object.metadata.annotations?.[TRACKING_ID]?.split(':')[0];
}

/** What is wanted, as it is applied: with the tracking id and itself in an annotation. */
export function withTracking(
  application: string,
  manifest: Manifest,
): Manifest {
  const tracked = {
    ...manifest,
    metadata: {
      ...manifest.metadata,
      annotations: {
        ...manifest.metadata.annotations,
        [TRACKING_ID]: trackingId(application, manifest),
      },
    },
  };
  return {
    ...tracked,
    metadata: {
      ...tracked.metadata,
      annotations: {
        ...tracked.metadata.annotations,
        [LAST_APPLIED]: JSON.stringify(tracked),
      },
    },
  };
}

/** Whether the cluster has what git wants. What others add (defaults, status) does not count. */
export function isSynced(
  application: string,
  manifest: Manifest,
  live: KubernetesObject,
): boolean {
  const wanted = withTracking(application, manifest);
  const { [LAST_APPLIED]: applied, ...annotations } =
    wanted.metadata.annotations ?? {};
  return (
    live.metadata.annotations?.[LAST_APPLIED] === applied &&
    contains(live, { ...wanted, metadata: { ...wanted.metadata, annotations } })
  );
}

function contains(live: unknown, wanted: unknown, field = ''): boolean {
  if (wanted === undefined || wanted === null) return true;
  if (field === 'stringData') return true;
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(live) &&
      live.length >= wanted.length &&
      wanted.every((entry, index) => contains(live[index], entry))
    );
  }
  if (typeof wanted === 'object') {
    if (typeof live !== 'object' || live === null) {
      return Object.keys(wanted).length === 0;
    }
    return Object.entries(wanted).every(([key, value]) =>
      contains((live as Record<string, unknown>)[key], value, key),
    );
  }
  if (live === wanted) return true;
  const number = parseQuantity(String(wanted));
  return number !== undefined && number === parseQuantity(String(live ?? ''));
}
