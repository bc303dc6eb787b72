import type { Drawn } from '@portico/plugin-grafana-common';

/** Kinds that Portico draws itself: docs/grafana.md. */
const NATIVE = new Set([
  'timeseries',
  'trend',
  'stat',
  'gauge',
  'bargauge',
  'barchart',
  'piechart',
  'table',
  'state-timeline',
  'status-history',
  'heatmap',
  'histogram',
  'logs',
  'text',
]);

/**
 * How a panel of that kind is shown.
 *
 * @param renders whether its Grafana has an image renderer
 */
export function drawnAs(
  type: string,
  renders: boolean,
): { drawn: Drawn; why?: string } {
  if (NATIVE.has(type)) return { drawn: 'native' };
  const why = `Portico does not draw panels of the kind '${type}' itself.`;
  return renders
    ? { drawn: 'picture', why }
    : {
        drawn: 'link',
        why: `${why} Its Grafana has no image renderer that could.`,
      };
}
