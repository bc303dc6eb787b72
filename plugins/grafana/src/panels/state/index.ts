import type { PanelKind } from '../PanelKind';
import { summarize } from './summarize';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/state-timeline/ and status history. */
export const kind: PanelKind = {
  types: ['state-timeline', 'status-history'],
  load: () => import('./States'),
  summarize,
};
