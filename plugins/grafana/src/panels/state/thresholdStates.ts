import {
  isByValue,
  schemeStops,
  type PanelField,
} from '@portico/plugin-grafana-common';
import type { Look } from '../../charts/Look';

/** All values from one threshold to the next, as one state. */
export interface ThresholdState {
  /** `null` for minus infinity; a percentage where thresholds are. */
  from: number | null;
  /** `< 50 %`, `50 % - 80 %`, `80 %+`. */
  text: string;
  /** CSS colour. */
  color: string;
}

/** The states of a field whose numbers are coloured by thresholds and have no words of their own; undefined for others. */
export function thresholdStates(
  field: PanelField,
  look: Look,
): ThresholdState[] | undefined {
  const { thresholds, mappings, color } = field.config;
  const mode = color?.mode ?? 'thresholds';
  if (
    field.type !== 'number' ||
    mappings?.length ||
    !thresholds?.steps.length ||
    !isByValue(mode) ||
    schemeStops(mode, look.theme)
  ) {
    return undefined;
  }
  const { steps } = thresholds;
  const write = (value: number) =>
    thresholds.mode === 'percentage' ? `${value}%` : look.text(field, value);
  return steps.map(({ value, color: name }, index) => {
    const next = steps[index + 1]?.value ?? undefined;
    const ends = next === undefined ? undefined : write(next);
    let text = 'all';
    if (value === null && ends !== undefined) text = `< ${ends}`;
    else if (value !== null && ends !== undefined) {
      text = `${write(value)} - ${ends}`;
    } else if (value !== null) text = `${write(value)}+`;
    return { from: value, text, color: look.color(name) };
  });
}
