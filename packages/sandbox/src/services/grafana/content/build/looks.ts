import type { JsonObject } from '../../datasources';

/** Steps of thresholds; the first begins at minus infinity. */
export function thresholds(
  ...steps: [value: number | null, color: string][]
): JsonObject {
  return {
    mode: 'absolute',
    steps: steps.map(([value, color]) => ({ value, color })),
  };
}

/** A legend as a table with these calculations, or as a list without. */
export function legend(
  calcs: string[] = [],
  placement: 'bottom' | 'right' = 'bottom',
): JsonObject {
  return {
    legend: {
      calcs,
      displayMode: calcs.length > 0 ? 'table' : 'list',
      placement,
      showLegend: true,
    },
    tooltip: { mode: 'multi', sort: 'desc' },
  };
}

/** How a value is taken from a series, for stat, gauge and the like. */
export function reduce(calc = 'lastNotNull', values = false): JsonObject {
  return { reduceOptions: { calcs: [calc], fields: '', values } };
}

export const STACKED: JsonObject = {
  fillOpacity: 60,
  lineWidth: 1,
  stacking: { group: 'A', mode: 'normal' },
};

/** An override of the fields of that name. */
export function ofName(name: string, properties: JsonObject): JsonObject {
  return override({ id: 'byName', options: name }, properties);
}

/** An override: what it changes, by property, e.g. `custom.fillOpacity`. */
export function override(
  matcher: { id: string; options?: unknown },
  properties: JsonObject,
): JsonObject {
  return {
    matcher,
    properties: Object.entries(properties).map(([id, value]) => ({
      id,
      value,
    })),
  };
}

export const fixed = (fixedColor: string): JsonObject => ({
  mode: 'fixed',
  fixedColor,
});
