import type { JsonObject } from '@backstage/types';
import { numberOf, textOf } from '../json';
import { present } from './oldNames';

/** A y axis of the graph as options of the fields that it shows. */
export function axisOf(axis: JsonObject): JsonObject {
  const log = numberOf(axis.logBase);
  return present({
    unit: textOf(axis.format),
    decimals: numberOf(axis.decimals),
    min: numberOf(axis.min),
    max: numberOf(axis.max),
    custom: present({
      axisLabel: textOf(axis.label),
      axisPlacement: axis.show === false ? 'hidden' : undefined,
      scaleDistribution: log && log > 1 ? { type: 'log', log } : undefined,
    }),
  });
}
