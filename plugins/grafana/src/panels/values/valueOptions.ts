import { Options } from '../../charts/Options';

/** Whether cells lie under one another (`horizontal`), stand side by side (`vertical`), or as fits. */
export type Orientation = 'auto' | 'horizontal' | 'vertical';

/** What all panels of single values may set. */
export interface ValueOptions {
  orientation: Orientation;
  /** Sizes of type in CSS pixels, where the panel sets them. */
  titleSize?: number;
  valueSize?: number;
}

export function valueOptions(options: Options): ValueOptions {
  const text = options.child('text');
  return {
    orientation: options.choice(
      'orientation',
      ['auto', 'horizontal', 'vertical'],
      'auto',
    ),
    titleSize: text.number('titleSize'),
    valueSize: text.number('valueSize'),
  };
}

/** A size in CSS pixels that a panel sets itself, where it is not left to the page. */
export function manualSize(options: Options, key: string): number | undefined {
  return options.text('sizing') === 'manual' ? options.number(key) : undefined;
}
