import type { Thresholds } from '../wire';

/** The step that a value has reached; `percent` from 0 to 1 decides where thresholds are percentages. */
export function activeThreshold(
  thresholds: Thresholds | undefined,
  value: number,
  percent: number,
): Thresholds['steps'][number] | undefined {
  const steps = thresholds?.steps ?? [];
  const measured = thresholds?.mode === 'percentage' ? percent * 100 : value;
  let active = steps[0];
  for (const step of steps) {
    if (measured < (step.value ?? -Infinity)) {
      break;
    }
    active = step;
  }
  return active;
}
