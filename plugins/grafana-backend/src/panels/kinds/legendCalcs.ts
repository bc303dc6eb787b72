import type { JsonObject } from '@backstage/types';
import type { Field } from '@grafana/data';
import { grafanaData } from '../frames/library';

/** Reductions that the legend of a panel shows beside each name; none where there is no legend. */
export function legendCalcs(
  options: JsonObject,
): (field: Field) => readonly string[] {
  const legend = (options.legend ?? {}) as JsonObject;
  const isHidden =
    legend.showLegend === false || legend.displayMode === 'hidden';
  const calcs = isHidden ? [] : strings(legend.calcs);
  return ({ type }) => (type === grafanaData().FieldType.time ? [] : calcs);
}

/** The texts of a list in settings. */
export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(it => typeof it === 'string') : [];
}
