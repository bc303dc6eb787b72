import type { JsonValue } from '@backstage/types';
import type { ColorTheme } from './ColorTheme';
import type { DisplayField } from './DisplayField';
import type { DisplayValue, FormattedValue } from './DisplayValue';
import { colorScale } from './fieldColor';
import { CLASSIC_PALETTE, grafanaTheme } from './hues';
import { mapValue } from './mapValue';
import { valueFormat } from './valueFormat';

/** How and where values are shown. */
export interface DisplayOptions {
  /** Colours; Grafana's light theme if absent. */
  theme?: ColorTheme;
  /** IANA name or `utc`; the reader's own if absent. */
  timeZone?: string;
  /** Milliseconds since 1970, for what is relative to it; the present if absent. */
  now?: number;
}

/** Shows a value; `decimals` of its neighbours apply where the field has none of its own. */
export type Display = (
  value: JsonValue | undefined,
  decimals?: number,
) => DisplayValue;

function toNumber(value: JsonValue | undefined): number {
  if (typeof value === 'number') {
    return value;
  }
  const nothing = value === '' || value === null || value === undefined;
  return nothing || typeof value === 'object' ? NaN : Number(value);
}

function toText(value: JsonValue | undefined): string {
  if (Array.isArray(value)) {
    return value.map(item => item ?? '').join(', ');
  }
  return value === null || value === undefined ? '' : `${value}`;
}

const isDateUnit = (unit: string) =>
  /^time:/.test(unit) ||
  (unit !== 'dateTimeAsSystem' && /^dateTime/.test(unit));

/** Times are written in full, with milliseconds where all of them lie within a minute. */
function isWithinMinute(values: readonly JsonValue[] = []): boolean {
  const [first, last] = [values[0], values[values.length - 1]].map(Number);
  return values.length > 1 && Math.abs(last - first) / 1000 < 60;
}

function unitOf({ type, config }: DisplayField): string {
  const { unit } = config;
  if (type === 'time' && !(unit && isDateUnit(unit))) {
    return 'dateTimeAsSystem';
  }
  if (type === 'boolean') {
    return unit?.startsWith('bool') ? unit : 'bool';
  }
  return unit || (type === 'string' ? 'string' : 'none');
}

const light = grafanaTheme('light');

/** What a mapping or the texts of an enumeration put in place of the value. */
function replacementOf(
  field: DisplayField,
  value: JsonValue | undefined,
): { text?: string; color?: string; icon?: string } {
  const { mappings } = field.config;
  if (mappings?.length) {
    return mapValue(mappings, value) ?? {};
  }
  if (field.type !== 'enum' || value === null || value === undefined) {
    return {};
  }
  return {
    text: field.enumText?.[Number(value)] ?? `${value}`,
    color: CLASSIC_PALETTE[Number(value) % CLASSIC_PALETTE.length],
  };
}

/**
 * How the values of a field are shown: unit, decimals, mappings, thresholds and colours as in Grafana.
 *
 * https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/
 */
export function createDisplay(
  field: DisplayField,
  options: DisplayOptions = {},
): Display {
  const { theme = light, ...rest } = options;
  const { config } = field;
  const unit = unitOf(field);
  const format = valueFormat(unit);
  const scale = colorScale(field, theme);
  const dates = isDateUnit(unit) || unit === 'dateTimeAsSystem';
  const milliseconds = field.type === 'time' && isWithinMinute(field.values);
  const trims =
    field.type === 'number' &&
    config.decimals === undefined &&
    !dates &&
    !/^(currency|bool)|^locale$/.test(unit);

  const write = (value: number, decimals?: number): FormattedValue => {
    const adjacent = trims ? decimals : undefined;
    const result = format(value, adjacent ?? config.decimals, {
      ...rest,
      milliseconds,
    });
    const number = Number(result.text);
    return adjacent === undefined || Number.isNaN(number)
      ? result
      : { ...result, text: `${number}` };
  };

  return (given, decimals) => {
    const value =
      dates && typeof given === 'string' ? Date.parse(given) : given;
    const numeric = unit === 'string' ? NaN : toNumber(value);
    const { text, color, icon } = replacementOf(field, value);
    const written =
      text === undefined && !Number.isNaN(numeric) && typeof value !== 'boolean'
        ? write(numeric, decimals)
        : undefined;
    const scaled = scale(Number.isNaN(numeric) ? -Infinity : numeric);
    return {
      ...(written ?? { text: text ?? (toText(value) || config.noValue || '') }),
      numeric,
      color: color ? theme.colorOf(color) : scaled.color,
      percent: scaled.percent,
      ...(icon && { icon }),
    };
  };
}
