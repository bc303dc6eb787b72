import type { JsonObject } from '@backstage/types';
import { Options } from '../../charts/Options';
import { type ValueOptions, valueOptions } from '../values';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/stat/ */
export interface StatOptions extends ValueOptions {
  textMode: 'auto' | 'value' | 'value_and_name' | 'name' | 'none';
  colorMode: 'value' | 'background' | 'background_solid' | 'none';
  graphMode: 'none' | 'area';
  justifyMode: 'auto' | 'center';
  showPercentChange: boolean;
  percentChangeColorMode: 'standard' | 'inverted' | 'same_as_value';
  /** Name and value beside each other where there is room. */
  wideLayout: boolean;
  /** Size of the change in CSS pixels, where the panel sets it. */
  percentSize?: number;
}

export function statOptions(json: JsonObject): StatOptions {
  const options = new Options(json);
  return {
    ...valueOptions(options),
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
    percentSize: options.child('text').number('percentSize'),
  };
}
