import type { PanelKind } from '../PanelKind';
import { summarize } from './summarize';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/bar-chart/ */
export const kind: PanelKind = {
  types: ['barchart'],
  load: () => import('./BarChart'),
  summarize,
};
