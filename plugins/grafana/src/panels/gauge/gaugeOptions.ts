import type { JsonObject } from '@backstage/types';
import { Options } from '../../charts/Options';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/gauge/ */
export interface GaugeOptions {
  orientation: 'auto' | 'horizontal' | 'vertical';
  shape: 'gauge' | 'circle';
  showThresholdLabels: boolean;
  showThresholdMarkers: boolean;
  /** CSS pixels that one gauge takes at least. */
  least: { width: number; height: number };
  valueSize?: number;
  titleSize?: number;
}

export function gaugeOptions(json: JsonObject): GaugeOptions {
  const options = new Options(json);
  const text = options.child('text');
  const manual =
    options.choice('sizing', ['auto', 'manual'], 'auto') !== 'auto';
  return {
    orientation: options.choice(
      'orientation',
      ['auto', 'horizontal', 'vertical'],
      'auto',
    ),
    shape: options.choice('shape', ['gauge', 'circle'], 'gauge'),
    showThresholdLabels: options.flag('showThresholdLabels') ?? false,
    showThresholdMarkers: options.flag('showThresholdMarkers') ?? true,
    least: {
      width: (manual && options.number('minVizWidth')) || 75,
      height: (manual && options.number('minVizHeight')) || 75,
    },
    valueSize: text.number('valueSize'),
    titleSize: text.number('titleSize'),
  };
}
