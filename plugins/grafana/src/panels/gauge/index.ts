import {
  createDisplay,
  formatted,
  type PanelData,
  type PanelView,
} from '@portico/plugin-grafana-common';
import type { PanelKind } from '../PanelKind';
import { shownValues } from '../values/shownValues';
import { valuesInWords } from '../values/summarizeValues';

/** Values, and where they are the same for all, the ends of the scale. */
function summarize(panel: PanelView, data: PanelData): string {
  const values = shownValues(panel, data);
  const [first] = values;
  if (!first) {
    return valuesInWords(values);
  }
  const { min, max } = first.range;
  const alike = values.every(
    ({ range }) => range.min === min && range.max === max,
  );
  const { mappings, ...config } = first.field.config;
  const display = createDisplay({ ...first.field, config });
  const scale = `Scale from ${formatted(display(min))} to ${formatted(
    display(max),
  )}.`;
  return [valuesInWords(values), alike && scale].filter(Boolean).join(' ');
}

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/gauge/ */
export const kind: PanelKind = {
  types: ['gauge', 'radialbar'],
  load: () => import('./GaugePanel'),
  summarize,
};
