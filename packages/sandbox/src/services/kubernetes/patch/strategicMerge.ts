import type { JsonObject } from '../objects/types';
import { isObject } from './mergePatch';

/** By which key the entries of a list are the same entry. Lists that are not named here are replaced whole. */
const MERGE_KEYS: Record<string, string[]> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  imagePullSecrets: ['name'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey'],
  conditions: ['type'],
  ownerReferences: ['uid'],
  secrets: ['name'],
  addresses: ['type'],
  ports: ['containerPort', 'port'],
};

/** Lists of plain values that are united. */
const SETS = ['finalizers'];

/**
 * Strategic merge patch: as a merge patch, but entries of known lists are merged by their key, and
 * `$patch: delete|replace` says so.
 * https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/
 */
export function strategicMerge<T>(target: T, patch: unknown): T {
  return merge(target, patch, '') as T;
}

function merge(target: unknown, patch: unknown, field: string): unknown {
  if (Array.isArray(patch)) return mergeLists(target, patch, field);
  if (!isObject(patch)) return patch;
  const { $patch: directive, ...fields } = patch;
  if (directive === 'delete') return undefined;
  const result: JsonObject =
    isObject(target) && directive !== 'replace' ? { ...target } : {};
  for (const [key, value] of Object.entries(fields)) {
    if (key.startsWith('$')) {
      applyDirective(result, key, value);
    } else if (value === null) {
      delete result[key];
    } else {
      const merged = merge(result[key], value, key);
      if (merged === undefined) delete result[key];
      else result[key] = merged;
    }
  }
  return result;
}

function applyDirective(result: JsonObject, key: string, value: unknown) {
  const field = /^\$deleteFromPrimitiveList\/(.+)$/.exec(key)?.[1];
  const list = field === undefined ? undefined : result[field];
  if (field && Array.isArray(list) && Array.isArray(value)) {
    result[field] = list.filter(entry => !value.includes(entry));
  }
}

function mergeLists(target: unknown, patch: unknown[], field: string) {
  const current = Array.isArray(target) ? target : [];
  if (SETS.includes(field)) return [...new Set([...current, ...patch])];
  const entries = patch.filter(isObject);
  const key = MERGE_KEYS[field]?.find(candidate =>
    [...current, ...entries].every(
      entry => isObject(entry) && (candidate in entry || '$patch' in entry),
    ),
  );
  if (!key || entries.length !== patch.length) return patch;
  if (entries.some(entry => entry.$patch === 'replace')) {
    return entries.filter(entry => entry.$patch !== 'replace');
  }
  const result = [...(current as JsonObject[])];
  for (const entry of entries) {
    const at = result.findIndex(
      existing =>
        existing[key] === entry[key] &&
        // Two ports of one number differ by protocol.
        (field !== 'ports' ||
          (existing.protocol ?? 'TCP') === (entry.protocol ?? 'TCP')),
    );
    if (entry.$patch === 'delete') {
      if (at >= 0) result.splice(at, 1);
    } else if (at >= 0) {
      result[at] = merge(result[at], entry, '') as JsonObject;
    } else {
      result.push(merge(undefined, entry, '') as JsonObject);
    }
  }
  return result;
}
