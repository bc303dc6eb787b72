import type { JsonValue } from '@backstage/types';
import {
  contrastOf,
  createDisplay,
  fieldSeriesColor,
  formatted,
  parseColor,
  tickFormatter,
  toHex,
  type ColorTheme,
  type Display,
  type DisplayField,
} from '@portico/plugin-grafana-common';

/** Shown where there is no value and the field has no words for that. */
const NOTHING = 'no value';

/** How values read and what colours things have where a panel is shown. */
export class Look {
  readonly theme: ColorTheme;
  private readonly displays = new WeakMap<DisplayField, Display>();

  constructor(theme: ColorTheme) {
    this.theme = theme;
  }

  private displayOf(field: DisplayField): Display {
    let display = this.displays.get(field);
    if (!display) {
      display = createDisplay(field, { theme: this.theme });
      this.displays.set(field, display);
    }
    return display;
  }

  /** A value as its field shows it, with unit and mappings: `512 ms`. */
  text(field: DisplayField, value: JsonValue | undefined): string {
    return formatted(this.displayOf(field)(value)) || NOTHING;
  }

  /** Numbers of an axis, with as many decimals as tell them apart. */
  ticks(field: DisplayField): (value: number, step: number) => string {
    return tickFormatter(field, { theme: this.theme });
  }

  /** CSS colour of a series, from its colour mode and its place among the series. */
  series(field: DisplayField): string {
    return fieldSeriesColor(field, this.theme);
  }

  /** CSS colour of one value. */
  value(field: DisplayField, value: JsonValue | undefined): string {
    return this.displayOf(field)(value).color;
  }

  /** CSS colour of one of Grafana's names, e.g. `dark-red`. */
  color(name: string): string {
    return this.theme.colorOf(name);
  }

  /** Black or white, whichever reads better on a colour that lets the ground through. */
  on(color: string, alpha = 1): string {
    const [over, ground] = [color, this.theme.background].map(parseColor);
    const mix = (channel: 'r' | 'g' | 'b') =>
      over[channel] * alpha + ground[channel] * (1 - alpha);
    const seen = toHex({ r: mix('r'), g: mix('g'), b: mix('b'), a: 1 });
    const [dark, light] = ['#211e1a', '#ffffff'];
    return contrastOf(seen, dark) >= contrastOf(seen, light) ? dark : light;
  }
}
