import type { FieldConfig } from '@portico/plugin-grafana-common';

/** Green, and red from a value on. */
export const limits = (from: number): FieldConfig => ({
  color: { mode: 'thresholds' },
  thresholds: {
    mode: 'absolute',
    steps: [
      { value: null, color: 'green' },
      { value: from, color: 'red' },
    ],
  },
});
