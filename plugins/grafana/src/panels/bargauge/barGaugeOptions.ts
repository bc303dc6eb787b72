import type { JsonObject } from '@backstage/types';
import { Options } from '../../charts/Options';
import { manualSize, type ValueOptions, valueOptions } from '../values';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/bar-gauge/ */
export interface BarGaugeOptions extends ValueOptions {
  displayMode: 'basic' | 'gradient' | 'lcd';
  valueMode: 'color' | 'text' | 'hidden';
  namePlacement: 'auto' | 'top' | 'left' | 'hidden';
  showUnfilled: boolean;
  /** Thickness of a bar in CSS pixels; what does not fit scrolls. */
  least: number;
  most: number;
}

export function barGaugeOptions(json: JsonObject): BarGaugeOptions {
  const options = new Options(json);
  return {
    ...valueOptions(options),
    displayMode: options.choice(
      'displayMode',
      ['gradient', 'basic', 'lcd'],
      'gradient',
    ),
    valueMode: options.choice(
      'valueMode',
      ['color', 'text', 'hidden'],
      'color',
    ),
    namePlacement: options.choice(
      'namePlacement',
      ['auto', 'top', 'left', 'hidden'],
      'auto',
    ),
    showUnfilled: options.flag('showUnfilled') ?? true,
    least: manualSize(options, 'minVizHeight') ?? 16,
    most: manualSize(options, 'maxVizHeight') ?? 300,
  };
}
