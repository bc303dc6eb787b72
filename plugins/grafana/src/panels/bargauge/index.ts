import type { PanelKind } from '../PanelKind';
import { summarizeValues } from '../values/summarizeValues';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/bar-gauge/ */
export const kind: PanelKind = {
  types: ['bargauge'],
  load: () => import('./BarGaugePanel'),
  summarize: summarizeValues,
};
