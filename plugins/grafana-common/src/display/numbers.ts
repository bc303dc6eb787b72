import type { FormattedValue } from './DisplayValue';

/** Writes a number in one unit. `decimals` absent: as many as the number needs. */
export type ValueFormat = (
  value: number,
  decimals?: number,
  options?: FormatOptions,
) => FormattedValue;

/** What times are written with. */
export interface FormatOptions {
  /** IANA name or `utc`; the browser's own if absent. */
  timeZone?: string;
  /** Whether times carry their milliseconds. */
  milliseconds?: boolean;
  /** Milliseconds since 1970, for what is relative to it. */
  now?: number;
}

/** Decimals that show two or three digits that count. */
function decimalsFor(value: number): number {
  if (value % 1 === 0) {
    return 0;
  }
  const size = Math.abs(value);
  const decimals = 1 - Math.floor(Math.log(size) / Math.LN10);
  const leading = size / 10 ** -decimals;
  return Math.max(0, leading > 2.25 ? decimals + 1 : decimals);
}

/** A number with its decimals, as Grafana rounds it: half up, and `e` notation where JavaScript would use it. */
export function toFixed(value: number, decimals?: number): string {
  if (value === Infinity || value === -Infinity) {
    return value.toLocaleString();
  }
  const places = decimals ?? decimalsFor(value);
  if (value === 0) {
    return value.toFixed(places);
  }
  const factor = places ? 10 ** Math.max(0, places) : 1;
  const text = String(Math.round(value * factor) / factor);
  if (text.includes('e')) {
    return text;
  }
  const point = text.indexOf('.');
  const precision = point === -1 ? 0 : text.length - point - 1;
  if (precision >= places) {
    return text;
  }
  const zeros = String(factor).slice(1, places - precision + 1);
  return `${precision ? text : `${text}.`}${zeros}`;
}

/** `12.3 °C`: the unit behind the number, which is not scaled. */
export function fixedUnit(unit: string, before = false): ValueFormat {
  return (value, decimals) => {
    const text = toFixed(value, decimals);
    if (!unit) {
      return { text };
    }
    return before ? { text, prefix: unit } : { text, suffix: ` ${unit}` };
  };
}

const limit = (value: number, low: number, high: number) =>
  Math.min(high, Math.max(low, value));

/** Scales by powers of `factor`; `offset` is the place in `units` that the value itself is in. */
export function scaledUnits(
  factor: number,
  units: readonly string[],
  offset = 0,
): ValueFormat {
  return (value, decimals) => {
    if (!Number.isFinite(value)) {
      return { text: value.toLocaleString() };
    }
    const power =
      value === 0
        ? 0
        : Math.floor(Math.log10(Math.abs(value)) / Math.log10(factor));
    const suffix = units[limit(offset + power, 0, units.length - 1)];
    const scale = factor ** limit(power, -offset, units.length - offset - 1);
    return { text: toFixed(value / scale, decimals), suffix };
  };
}

const SI = [
  ...['f', 'p', 'n', 'µ', 'm', ''],
  ...['k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'],
];
const SI_ONE = SI.indexOf('');
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi'];

/** `1.2 kW`; `offset` in thousands, e.g. 1 for values in kW. */
export function siUnit(unit: string, offset = 0): ValueFormat {
  const units = SI.map(prefix => ` ${prefix}${unit}`);
  return scaledUnits(1000, units, SI_ONE + offset);
}

/** How many thousands an SI prefix stands for: `k` 1, `m` −1, none 0. */
export function siOffset(prefix: string): number {
  const same = (a: string) => a.normalize('NFKD') === prefix.normalize('NFKD');
  const found = SI.findIndex(same);
  return found < 0 ? 0 : found - SI_ONE;
}

/** `1.2 MiB`; `offset` in powers of 1,024. */
export function binaryUnit(unit: string, offset = 0): ValueFormat {
  const units = BINARY.map(prefix => ` ${prefix}${unit}`);
  return scaledUnits(1024, units, offset);
}

const thousands = scaledUnits(1000, ['', 'K', 'M', 'B', 'T']);

/** `1.2K req/s`. */
export function countUnit(unit: string): ValueFormat {
  return (value, decimals) => {
    const scaled = thousands(value, decimals);
    return { ...scaled, suffix: `${scaled.suffix} ${unit}` };
  };
}

/** `$1.2M`, or `1.2Mkr` with the symbol behind. */
export function currencyUnit(symbol: string, behind = false): ValueFormat {
  return (value, decimals) => {
    const scaled = thousands(Math.abs(value), decimals);
    const sign = value < 0 ? '-' : '';
    if (!behind) {
      return { ...scaled, prefix: `${sign}${symbol}` };
    }
    return {
      ...scaled,
      ...(sign && { prefix: sign }),
      suffix: scaled.suffix === undefined ? undefined : scaled.suffix + symbol,
    };
  };
}

/** `$1,234.5`: whole amounts, grouped as the reader is used to. */
export function financialUnit(symbol: string, behind = false): ValueFormat {
  return (value, decimals) => ({
    text: new Intl.NumberFormat(undefined, {
      minimumFractionDigits: decimals ?? 0,
      maximumFractionDigits: decimals ?? 1,
    }).format(value),
    prefix: behind ? '' : symbol,
    suffix: behind ? symbol : '',
  });
}
