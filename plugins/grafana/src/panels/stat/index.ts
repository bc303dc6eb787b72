import type { PanelKind } from '../PanelKind';
import { summarizeValues } from '../values/summarizeValues';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/stat/ */
export const kind: PanelKind = {
  types: ['stat'],
  load: () => import('./StatPanel'),
  summarize: summarizeValues,
};
