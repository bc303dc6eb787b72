import type { JsonObject } from '@backstage/types';
import { Options } from '../../charts/Options';
import { manualSize, type ValueOptions, valueOptions } from '../values';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/gauge/ */
export interface GaugeOptions extends ValueOptions {
  shape: 'gauge' | 'circle';
  showThresholdLabels: boolean;
  showThresholdMarkers: boolean;
  /** CSS pixels that one gauge takes at least. */
  least: { width: number; height: number };
}

export function gaugeOptions(json: JsonObject): GaugeOptions {
  const options = new Options(json);
  return {
    ...valueOptions(options),
    shape: options.choice('shape', ['gauge', 'circle'], 'gauge'),
    showThresholdLabels: options.flag('showThresholdLabels') ?? false,
    showThresholdMarkers: options.flag('showThresholdMarkers') ?? true,
    least: {
      width: manualSize(options, 'minVizWidth') ?? 75,
      height: manualSize(options, 'minVizHeight') ?? 75,
    },
  };
}
