import type { FieldConfig, Thresholds } from '@portico/plugin-grafana-common';

/** A line at a threshold. */
export interface ThresholdLine {
  value: number;
  /** Name of the colour of what begins here. */
  color: string;
}

/** The room between two thresholds. */
export interface ThresholdBand extends ThresholdLine {
  /** Where it ends. */
  to: number;
}

const known = (thresholds: Thresholds, [low, high]: [number, number]) =>
  thresholds.steps.map(({ value, color }) => {
    if (value === null) return { value: -Infinity, color };
    const absolute =
      thresholds.mode === 'percentage'
        ? low + ((high - low) * value) / 100
        : value;
    return { value: absolute, color };
  });

/** Lines at the thresholds that lie on the axis; percentages are of the least and most, of the config or of the axis. */
export function thresholdLines(
  { thresholds, min, max }: FieldConfig,
  [low, high]: [number, number],
): ThresholdLine[] {
  if (!thresholds) return [];
  return known(thresholds, [min ?? low, max ?? high]).filter(
    ({ value }) => value >= low && value <= high,
  );
}

/** The bands between the thresholds, within the axis. */
export function thresholdBands(
  { thresholds, min, max }: FieldConfig,
  [low, high]: [number, number],
): ThresholdBand[] {
  if (!thresholds) return [];
  const steps = known(thresholds, [min ?? low, max ?? high]);
  return steps
    .map(({ value, color }, index) => ({
      color,
      value: Math.max(low, value),
      to: Math.min(high, steps[index + 1]?.value ?? Infinity),
    }))
    .filter(({ value, to }) => to > value);
}
