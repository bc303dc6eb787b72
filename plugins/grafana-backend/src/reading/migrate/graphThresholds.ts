import type { JsonObject, JsonValue } from '@backstage/types';
import { numberOf, objectsOf, textOf } from '../json';

const COLORS: Record<string, string> = {
  critical: 'red',
  warning: 'orange',
  ok: 'green',
};
const NONE = 'transparent';

/** Lines and areas above or below a value. */
export function graphThresholds(thresholds: JsonValue | undefined): {
  thresholds?: JsonObject;
  thresholdsStyle?: JsonObject;
} {
  const found = objectsOf(thresholds).flatMap(it => {
    const value = numberOf(it.value);
    return value === undefined ? [] : [{ ...it, value }];
  });
  if (found.length === 0) return {};
  const sorted = [...found].sort((a, b) => a.value - b.value) as (JsonObject & {
    value: number;
  })[];
  const below = sorted.filter(({ op }) => op === 'lt');
  const above = sorted.filter(({ op }) => op !== 'lt');
  return {
    thresholds: {
      mode: 'absolute',
      steps: [
        { value: null, color: below[0] ? colorOf(below[0]) : NONE },
        ...below.map(({ value }, at) => ({
          value,
          color: below[at + 1] ? colorOf(below[at + 1]) : NONE,
        })),
        ...above.map(it => ({ value: it.value, color: colorOf(it) })),
      ],
    },
    thresholdsStyle: { mode: modeOf(sorted) },
  };
}

function colorOf({ colorMode, fillColor, lineColor }: JsonObject): string {
  return (
    COLORS[String(colorMode)] ?? textOf(lineColor) ?? textOf(fillColor) ?? 'red'
  );
}

function modeOf(thresholds: JsonObject[]): string {
  const line = thresholds.some(it => it.line === true);
  const area = thresholds.some(it => it.fill === true);
  if (line && area) return 'line+area';
  return area ? 'area' : 'line';
}
