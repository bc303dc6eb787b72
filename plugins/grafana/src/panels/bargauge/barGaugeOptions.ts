import type { JsonObject } from '@backstage/types';
import { Options } from '../../charts/Options';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/bar-gauge/ */
export interface BarGaugeOptions {
  orientation: 'auto' | 'horizontal' | 'vertical';
  displayMode: 'basic' | 'gradient' | 'lcd';
  valueMode: 'color' | 'text' | 'hidden';
  namePlacement: 'auto' | 'top' | 'left' | 'hidden';
  showUnfilled: boolean;
  /** Thickness of a bar in CSS pixels; what does not fit scrolls. */
  least: number;
  most: number;
  valueSize?: number;
  titleSize?: number;
}

export function barGaugeOptions(json: JsonObject): BarGaugeOptions {
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
    least: (manual && options.number('minVizHeight')) || 16,
    most: (manual && options.number('maxVizHeight')) || 300,
    valueSize: text.number('valueSize'),
    titleSize: text.number('titleSize'),
  };
}
