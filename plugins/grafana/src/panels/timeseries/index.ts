import type { PanelKind } from '../PanelKind';
import { summarize } from './summarize';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/time-series/ and `trend`, over another number. */
export const kind: PanelKind = {
  types: ['timeseries', 'trend'],
  load: () => import('./TimeSeries'),
  summarize,
};
