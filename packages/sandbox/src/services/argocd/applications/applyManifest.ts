import { StatusError, type KubernetesCluster } from '../../kubernetes';
import { strategicMerge } from '../../kubernetes/patch/strategicMerge';
import { isObject } from '../../kubernetes/patch/mergePatch';
import { LAST_APPLIED, withTracking } from '../compare/compare';
import type { KubernetesObject, Manifest } from '../types';

/** `service/orders created`, as kubectl says it; `failed` with the API's words. */
export interface Applied {
  ok: boolean;
  message: string;
}

/** Puts a manifest into the cluster as `kubectl apply` does: fields that it held before and lacks now are removed. */
export function applyManifest(
  cluster: KubernetesCluster,
  application: string,
  manifest: Manifest,
): Applied {
  const { objects } = cluster;
  const { name = '' } = manifest.metadata;
  const type = objects.types.of(manifest.apiVersion, manifest.kind);
  if (!type) {
    const [group = '', version = ''] = manifest.apiVersion.split('/');
    return {
      ok: false,
      message: `The Kubernetes API could not find ${version ? group : ''}/${
        manifest.kind
      } for requested resource ${
        manifest.metadata.namespace ?? ''
      }/${name}. Make sure the "${
        manifest.kind
      }" CRD is installed on the destination cluster.`,
    };
  }
  const id = `${type.kind.toLowerCase()}${
    type.group ? `.${type.group}` : ''
  }/${name}`;
  const wanted = withTracking(application, manifest);
  try {
    const live = cluster.live(manifest);
    if (!live) {
      objects.create(type, wanted);
      return { ok: true, message: `${id} created` };
    }
    const before = live.metadata.annotations?.[LAST_APPLIED];
    const pruned = before
      ? (removeDropped(live, JSON.parse(before), manifest) as KubernetesObject)
      : live;
    const { resourceVersion } = live.metadata;
    const merged = strategicMerge(pruned, wanted);
    const after = objects.replace(type, merged);
    return {
      ok: true,
      message: `${id} ${
        after.metadata.resourceVersion === resourceVersion
          ? 'unchanged'
          : 'configured'
      }`,
    };
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return { ok: false, message: error.message };
  }
}

/** `live` without the keys that `before` had and `now` has not. */
function removeDropped(live: unknown, before: unknown, now: unknown): unknown {
  if (!isObject(live) || !isObject(before) || !isObject(now)) return live;
  const result = { ...live };
  for (const [key, value] of Object.entries(before)) {
    if (key === 'annotations' && !(key in now)) continue;
    if (!(key in now)) delete result[key];
    else result[key] = removeDropped(result[key], value, now[key]);
  }
  return result;
}
