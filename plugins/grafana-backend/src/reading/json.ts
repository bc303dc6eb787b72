import type { JsonArray, JsonObject, JsonValue } from '@backstage/types';

/*
 * What somebody else wrote may lack anything: each reads a value if it is of the kind that is meant.
 */

export function objectOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function arrayOf(value: JsonValue | undefined): JsonArray {
  return Array.isArray(value) ? value : [];
}

export function objectsOf(value: JsonValue | undefined): JsonObject[] {
  return arrayOf(value).filter(isObject);
}

export function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Texts of one or of several values, numbers too. */
export function textsOf(value: JsonValue | undefined): string[] {
  return [value ?? []].flat().map(it => String(it));
}

/** Numbers that are written as text are numbers, too. */
export function numberOf(value: JsonValue | undefined): number | undefined {
  const number = typeof value === 'string' && value ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number)
    ? number
    : undefined;
}
