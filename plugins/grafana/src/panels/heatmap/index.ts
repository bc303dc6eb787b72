import type { PanelKind } from '../PanelKind';
import { summarize } from './summarize';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/heatmap/ */
export const kind: PanelKind = {
  types: ['heatmap'],
  load: () => import('./HeatmapChart'),
  summarize,
};
