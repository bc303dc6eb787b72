import type { PanelKind } from '../PanelKind';
import { summarize } from './summarize';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/histogram/ */
export const kind: PanelKind = {
  types: ['histogram'],
  load: () => import('./HistogramChart'),
  summarize,
};
