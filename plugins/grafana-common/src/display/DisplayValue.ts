/** A value as Grafana shows it. */
export interface DisplayValue {
  text: string;
  prefix?: string;
  suffix?: string;
  /** `NaN` where it is no number. */
  numeric: number;
  /** CSS colour, of the {@link ColorTheme} that was given. */
  color: string;
  /** Its place between the least and the most, 0 to 1; outside where the value is. */
  percent?: number;
  /** Of a value mapping: Grafana's path of a picture. */
  icon?: string;
}

/** A value before it has a colour. */
export interface FormattedValue {
  text: string;
  prefix?: string;
  suffix?: string;
}

/** The value in one string, e.g. `1.2 MB`. */
export function formatted(value: FormattedValue): string {
  return `${value.prefix ?? ''}${value.text}${value.suffix ?? ''}`;
}
