import type * as Library from '@grafana/data';

/** What Grafana's own library has: https://www.npmjs.com/package/@grafana/data */
export type GrafanaData = typeof Library;

/**
 * Grafana's own library. It is loaded with the first panel: it takes 0.3 s and 50 MB, which nobody waits for who
 * looks at no dashboard. (As CommonJS; as an ES module it does not load in Node.)
 */
export function grafanaData(): GrafanaData {
  return require('@grafana/data');
}
