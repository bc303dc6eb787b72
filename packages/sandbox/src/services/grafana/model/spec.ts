import type { JsonObject } from '../datasources';

/** A dashboard's JSON without what the server sets: its ids and its version. */
export function specOf(json: JsonObject): JsonObject {
  const { id: _id, uid: _uid, version: _version, ...spec } = json;
  return spec;
}

/** Trimmed; empty where there is none. */
export function titleOf({ title }: JsonObject): string {
  return typeof title === 'string' ? title.trim() : '';
}

export function tagsOf({ tags }: JsonObject): string[] {
  return Array.isArray(tags)
    ? tags.filter((tag): tag is string => typeof tag === 'string')
    : [];
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text that isn't empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
