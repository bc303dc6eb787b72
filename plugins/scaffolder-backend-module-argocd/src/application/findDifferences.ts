/** Says something by being there, even if it is empty: it switches auto-sync on. */
const MEANINGFUL_WHEN_EMPTY = 'automated';
/** Free form, so that `false` in it is not the same as absent. */
const FREE_FORM = 'valuesObject';

/** Argo CD leaves out what is empty or false: `undefined` for these. */
function normalise(value: unknown, key?: string): unknown {
  if (key === FREE_FORM) return value;
  if (value === null || value === false || value === '') return undefined;
  if (Array.isArray(value)) {
    return value.length ? value.map(item => normalise(item) ?? {}) : undefined;
  }
  if (!isRecord(value)) return value;
  const kept = Object.entries(value)
    .map(([name, child]) => [name, normalise(child, name)] as const)
    .filter(([, child]) => child !== undefined);
  return kept.length || key === MEANINGFUL_WHEN_EMPTY
    ? Object.fromEntries(kept)
    : undefined;
}

function compare(wanted: unknown, found: unknown, path: string): string[] {
  if (isRecord(wanted) && isRecord(found)) {
    const keys = new Set([...Object.keys(wanted), ...Object.keys(found)]);
    return [...keys].flatMap(key =>
      compare(wanted[key], found[key], `${path}.${key}`),
    );
  }
  if (Array.isArray(wanted) && Array.isArray(found)) {
    const isSame =
      wanted.length === found.length &&
      wanted.every((item, at) => compare(item, found[at], '').length === 0);
    return isSame ? [] : [path];
  }
  return wanted === found ? [] : [path];
}

/**
 * Paths at which two documents differ, e.g. `spec.source.path`. Never holds values: they may be secret.
 *
 * @param path name of the documents themselves, e.g. `spec`
 */
export function findDifferences(
  wanted: object,
  found: object,
  path: string,
): string[] {
  return compare(normalise(wanted) ?? {}, normalise(found) ?? {}, path);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
