import type { JsonObject, JsonValue } from '@backstage/types';

/** What Grafana itself counts up or brings to its own version. */
const GRAFANAS_OWN = ['id', 'iteration', 'schemaVersion', 'uid', 'version'];
/** Says who made it, not what it is. */
const MARK = '__portico';
const MOST_SHOWN = 6;

/**
 * Paths at which a dashboard is not what is wanted, e.g. `panels[2].title`. What Grafana adds to it does not count.
 */
export function differences(wanted: JsonObject, found: JsonObject): string[] {
  return Object.keys(wanted)
    .filter(key => key !== MARK && !GRAFANAS_OWN.includes(key))
    .flatMap(key => compare(wanted[key], found[key], key));
}

/** The first of them in words. */
export function summarize(paths: string[]): string {
  const more = paths.length - MOST_SHOWN;
  const shown = paths.slice(0, MOST_SHOWN).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function compare(
  wanted: JsonValue | undefined,
  found: JsonValue | undefined,
  path: string,
): string[] {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(found) || found.length !== wanted.length) return [path];
    return wanted.flatMap((item, at) =>
      compare(item, found[at], `${path}[${at}]`),
    );
  }
  if (wanted && typeof wanted === 'object') {
    if (!found || typeof found !== 'object' || Array.isArray(found)) {
      return [path];
    }
    return Object.entries(wanted).flatMap(([key, value]) =>
      compare(value, found[key], `${path}.${key}`),
    );
  }
  return wanted === undefined || wanted === found ? [] : [path];
}
