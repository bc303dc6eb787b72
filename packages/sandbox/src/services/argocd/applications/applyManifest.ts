import { StatusError, type KubernetesCluster } from '../../kubernetes';
import { validate } from '../../kubernetes/admission/validate';
import type { ResourceType } from '../../kubernetes/objects/ResourceTypes';
import { strategicMerge } from '../../kubernetes/patch/strategicMerge';
import { isObject } from '../../kubernetes/patch/mergePatch';
import { isSynced, LAST_APPLIED, withTracking } from '../compare/compare';
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
  const type = objects.types.of(manifest.apiVersion, manifest.kind);
  if (!type) return unknownKind(manifest);
  const id = idOf(type, manifest);
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
    return refusalOf(error);
  }
}

/**
 * Whether a manifest is well-formed, changing nothing. As Argo CD's client-side dry run it does not notice what
 * only the cluster knows, e.g. that a field can't be changed.
 */
export function dryRunManifest(
  cluster: KubernetesCluster,
  application: string,
  manifest: Manifest,
): Applied {
  const { objects } = cluster;
  const type = objects.types.of(manifest.apiVersion, manifest.kind);
  if (!type) return unknownKind(manifest);
  try {
    validate(type, manifest as KubernetesObject, undefined);
  } catch (error) {
    return refusalOf(error);
  }
  const live = cluster.live(manifest);
  let effect = 'created';
  if (live)
    effect = isSynced(application, manifest, live) ? 'unchanged' : 'configured';
  return { ok: true, message: `${idOf(type, manifest)} ${effect} (dry run)` };
}

/** @throws what is not the API's refusal */
function refusalOf(error: unknown): Applied {
  if (!(error instanceof StatusError)) throw error;
  return { ok: false, message: error.message };
}

function idOf(type: ResourceType, { metadata }: Manifest): string {
  const group = type.group ? `.${type.group}` : '';
  return `${type.kind.toLowerCase()}${group}/${metadata.name ?? ''}`;
}

function unknownKind({ apiVersion, kind, metadata }: Manifest): Applied {
  const [group = '', version = ''] = apiVersion.split('/');
  return {
    ok: false,
    message: `The Kubernetes API could not find ${
      version ? group : ''
    }/${kind} for requested resource ${metadata.namespace ?? ''}/${
      metadata.name ?? ''
    }. Make sure the "${kind}" CRD is installed on the destination cluster.`,
  };
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
