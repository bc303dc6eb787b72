import { posix } from 'node:path';
import { parse } from 'yaml';
import { parseLabelSelector } from '../../kubernetes/objects/selectors';
import {
  jsonPatch,
  type JsonPatchOperation,
} from '../../kubernetes/patch/jsonPatch';
import { strategicMerge } from '../../kubernetes/patch/strategicMerge';
import { parseManifests } from '../render/parseManifests';
import type { SourceTree } from '../render/SourceTree';
import type { Manifest } from '../types';
import type { Kustomization, Patch } from './types';

/** Applies `patches` and its two older spellings. */
export async function applyPatches(
  tree: SourceTree,
  path: string,
  kustomization: Kustomization,
  manifests: Manifest[],
): Promise<Manifest[]> {
  const older = (kustomization.patchesStrategicMerge ?? []).map(entry =>
    entry.includes('\n') ? { patch: entry } : { path: entry },
  );
  const patches: Patch[] = [
    ...older,
    ...(kustomization.patches ?? []),
    ...(kustomization.patchesJson6902 ?? []),
  ];
  let result = manifests;
  for (const patch of patches) {
    const text =
      patch.patch ??
      (patch.path ? await tree.read(posix.join(path, patch.path)) : undefined);
    if (text === undefined) {
      throw new Error(`unable to find patch file '${patch.path}' in '${path}'`);
    }
    const content: unknown = parse(text, { logLevel: 'silent' });
    if (Array.isArray(content)) {
      const operations = content as JsonPatchOperation[];
      result = patchMatching(result, patch, object =>
        jsonPatch(object, operations),
      );
    } else {
      for (const merge of parseManifests(text)) {
        result = mergeInto(result, patch, merge);
      }
    }
  }
  return result;
}

function mergeInto(
  manifests: Manifest[],
  patch: Patch,
  merge: Manifest,
): Manifest[] {
  const target = patch.target ?? {
    kind: merge.kind,
    name: merge.metadata?.name,
    namespace: merge.metadata?.namespace,
  };
  const gone = (merge as { $patch?: string }).$patch === 'delete';
  if (gone) {
    const selects = matcher(target);
    return manifests.filter(object => !selects(object));
  }
  return patchMatching(manifests, { ...patch, target }, object => {
    const merged = strategicMerge(object, merge);
    const { kind, apiVersion } = object;
    return {
      ...merged,
      kind,
      apiVersion,
      metadata: { ...merged.metadata, name: object.metadata.name },
    };
  });
}

function patchMatching(
  manifests: Manifest[],
  patch: Patch,
  change: (object: Manifest) => Manifest,
): Manifest[] {
  const selects = matcher(patch.target ?? {});
  if (!manifests.some(selects) && !patch.target?.labelSelector) {
    const { kind = '', name = '' } = patch.target ?? {};
    throw new Error(
      `no resource matches strategic merge patch "${kind}.[noVer].[noGrp]/${name}.[noNs]": no matches for Id ${kind}.[noVer].[noGrp]/${name}.[noNs]; failed to find unique target for patch`,
    );
  }
  return manifests.map(object => (selects(object) ? change(object) : object));
}

function matcher(target: NonNullable<Patch['target']>) {
  const test = (pattern: string | undefined, value = '') =>
    !pattern || new RegExp(`^(?:${pattern})$`).test(value);
  const labels = parseLabelSelector(target.labelSelector ?? '');
  return (object: Manifest) => {
    const [group, version] = object.apiVersion.includes('/')
      ? object.apiVersion.split('/')
      : ['', object.apiVersion];
    return (
      test(target.kind, object.kind) &&
      test(target.name, object.metadata.name) &&
      test(target.namespace, object.metadata.namespace) &&
      test(target.group, group) &&
      test(target.version, version) &&
      labels(object.metadata.labels)
    );
  };
}
