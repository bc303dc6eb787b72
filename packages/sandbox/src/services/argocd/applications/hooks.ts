import type { KubernetesCluster } from '../../kubernetes';
import { healthOf } from '../compare/health';
import type { Manifest, ResourceResult } from '../types';
import { applyManifest } from './applyManifest';
import { resourceResult } from './resourceResult';
import { hookOf } from './resourceStatuses';

export type HookPhase = 'PreSync' | 'PostSync';

/** How far the hooks of a phase are. */
export interface HookProgress {
  done: boolean;
  /** Why the first that failed did. */
  failure?: string;
  results: ResourceResult[];
}

/** Starts the hooks of a phase; what is left of their last run goes first. */
export function startHooks(
  cluster: KubernetesCluster,
  application: string,
  manifests: Manifest[],
  phase: HookPhase,
): { hooks: Manifest[]; refused?: ResourceResult } {
  const hooks = manifests.filter(one =>
    hookOf(one)?.split(',').includes(phase),
  );
  for (const hook of hooks) {
    const live = cluster.live(hook);
    if (live) cluster.objects.delete(live);
    const { ok, message } = applyManifest(cluster, application, hook);
    if (!ok) {
      const hookPhase = 'Failed';
      const named = { syncPhase: phase, hookType: phase, hookPhase, message };
      return { hooks, refused: resourceResult(hook, named) };
    }
  }
  return { hooks };
}

/** Looks how hooks that were started are. */
export function hookProgress(
  cluster: KubernetesCluster,
  hooks: Manifest[],
  phase: HookPhase,
): HookProgress {
  const states = hooks.map(hook => {
    const live = cluster.live(hook);
    return { hook, health: live && healthOf(live) };
  });
  const failed = states.find(({ health }) => health?.status === 'Degraded');
  return {
    done: states.every(({ health }) => !health || health.status === 'Healthy'),
    failure: failed && (failed.health?.message || 'hook failed'),
    results: states.map(({ hook, health }) =>
      resourceResult(hook, {
        syncPhase: phase,
        hookType: phase,
        hookPhase: phaseOf(health?.status),
        message: health?.message ?? '',
      }),
    ),
  };
}

function phaseOf(health: string | undefined): string {
  if (health === undefined || health === 'Healthy') return 'Succeeded';
  return health === 'Degraded' ? 'Failed' : 'Running';
}
