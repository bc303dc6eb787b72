import type { JsonObject } from '@backstage/types';
import { Options } from '../../charts/Options';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/stat/ */
export interface StatOptions {
  orientation: 'auto' | 'horizontal' | 'vertical';
  textMode: 'auto' | 'value' | 'value_and_name' | 'name' | 'none';
  colorMode: 'value' | 'background' | 'background_solid' | 'none';
  graphMode: 'none' | 'area';
  justifyMode: 'auto' | 'center';
  showPercentChange: boolean;
  percentChangeColorMode: 'standard' | 'inverted' | 'same_as_value';
  /** Name and value beside each other where there is room. */
  wideLayout: boolean;
  /** Sizes of type in CSS pixels, where the panel sets them. */
  titleSize?: number;
  valueSize?: number;
  percentSize?: number;
}

export function statOptions(json: JsonObject): StatOptions {
  const options = new Options(json);
  const text = options.child('text');
  return {
    orientation: options.choice(
      'orientation',
      ['auto', 'horizontal', 'vertical'],
      'auto',
    ),
    textMode: options.choice(
      'textMode',
      ['auto', 'value', 'value_and_name', 'name', 'none'],
      'auto',
    ),
    colorMode: options.choice(
      'colorMode',
      ['value', 'background', 'background_solid', 'none'],
      'value',
    ),
    graphMode: options.choice('graphMode', ['none', 'area'], 'area'),
    justifyMode: options.choice('justifyMode', ['auto', 'center'], 'auto'),
    showPercentChange: options.flag('showPercentChange') ?? false,
    percentChangeColorMode: options.choice(
      'percentChangeColorMode',
      ['standard', 'inverted', 'same_as_value'],
      'standard',
    ),
    wideLayout: options.flag('wideLayout') ?? true,
    titleSize: text.number('titleSize'),
    valueSize: text.number('valueSize'),
    percentSize: text.number('percentSize'),
  };
}
