/** Stands for a value that only an apply would know; printed as "(known after apply)". */
export const UNKNOWN: unique symbol = Symbol('known after apply');

/** What is known without an apply: plain JSON. */
export type Known =
  | null
  | boolean
  | number
  | string
  | Known[]
  | { [key: string]: Known };

/** A Terraform value: JSON in which parts can be unknown. */
export type Value =
  | null
  | boolean
  | number
  | string
  | typeof UNKNOWN
  | Value[]
  | { [key: string]: Value };

export type ValueMap = Record<string, Value>;

export function isMap(value: unknown): value is ValueMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True if any part of the value is unknown. */
export function hasUnknown(value: Value): boolean {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.some(hasUnknown);
  if (isMap(value)) return Object.values(value).some(hasUnknown);
  return false;
}

/** The value without its unknown parts, as Terraform's JSON plan shows it. */
export function knownPart(value: Value): Known | undefined {
  if (value === UNKNOWN) return undefined;
  if (Array.isArray(value)) return value.map(part => knownPart(part) ?? null);
  if (isMap(value)) {
    const known: Record<string, Known> = {};
    for (const [key, part] of Object.entries(value)) {
      const kept = knownPart(part);
      if (kept !== undefined) known[key] = kept;
    }
    return known;
  }
  return value;
}

/** Structural equality; an unknown part equals nothing. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === UNKNOWN || b === UNKNOWN) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((part, i) => sameValue(part, b[i]));
  }
  if (isMap(a) && isMap(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every(key => key in b && sameValue(a[key], b[key]))
    );
  }
  return a === b;
}
