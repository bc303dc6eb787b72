/**
 * Whether two values are written the same as JSON, whatever the order of keys; a key without a value is as good
 * as none. Stops at the first difference.
 *
 * @param without a key that makes no difference, at any depth
 */
export function sameJson(a: unknown, b: unknown, without?: string): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameJson(item, b[index], without))
    );
  }
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  for (const key in left) {
    if (key !== without && !sameJson(left[key], right[key], without)) {
      return false;
    }
  }
  for (const key in right) {
    if (key !== without && right[key] !== undefined && !(key in left)) {
      return false;
    }
  }
  return true;
}
