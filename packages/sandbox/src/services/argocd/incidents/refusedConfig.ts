import type { Incidents } from '../../../incidents';
import type { Manifest } from '../types';

/** A key that no ConfigMap may have. */
const BROKEN = { 'rate limit': '100' };

/** The incident that keeps a component's production from syncing, if one is under way. */
export function syncIncident(incidents: Incidents, component: string) {
  return incidents
    .open()
    .find(one => one.kind === 'sync-failed' && one.component === component);
}

/** What Git would hold had someone committed a setting whose name Kubernetes refuses. */
export function withRefusedConfig(manifests: Manifest[]): Manifest[] {
  return manifests.map(manifest =>
    manifest.kind === 'ConfigMap'
      ? ({
          ...manifest,
          data: { ...(manifest as { data?: object }).data, ...BROKEN },
        } as Manifest)
      : manifest,
  );
}
