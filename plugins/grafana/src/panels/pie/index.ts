import type { PanelKind } from '../PanelKind';
import { shownValues } from '../values/shownValues';
import { pieOptions } from './pieOptions';
import { slicesInWords, slicesOf } from './slices';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/pie-chart/ */
export const kind: PanelKind = {
  types: ['piechart'],
  load: () => import('./PiePanel'),
  summarize: (panel, data) =>
    slicesInWords(
      slicesOf(shownValues(panel, data), pieOptions(panel.options)),
    ),
};
