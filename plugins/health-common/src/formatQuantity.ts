import type { Quantity } from './signal';

/** No-break space: a number never leaves its unit. */
const SPACE = '\u00a0';
const MINUS = '\u2212';

const FORMATS: Record<Quantity['unit'], (value: number) => string> = {
  ratio: value => `${percent(value * 100)}${SPACE}%`,
  seconds: duration,
  perSecond: value =>
    value >= 10_000
      ? `${significant(value / 1000)}k${SPACE}req/s`
      : `${significant(value)}${SPACE}req/s`,
  count: value =>
    value >= 10_000 ? `${significant(value / 1000)}k` : significant(value),
  bytes,
  multiple: value => `${significant(value, 2)}×`,
};

/** As the design has it: `480 ms`, `0.08 %`, `182 req/s`, `6.2×`, `48 of 50`, `16 GiB`. */
export function formatQuantity({ value, unit, of }: Quantity): string {
  if (of !== undefined && unit !== 'ratio') {
    return `${formatQuantity({ value, unit })} of ${formatQuantity({
      value: of,
      unit,
    })}`;
  }
  const text = FORMATS[unit](Math.abs(value));
  return value < 0 ? `${MINUS}${text}` : text;
}

/** Below 1 % two decimals, below 10 % one, else none; `100` only if nothing is missing. */
function percent(value: number): string {
  if (value === 0 || value === 100) return String(value);
  const scale = 10 ** decimalsOf(value);
  // Cut, not rounded, near 100: 99.996 is not 100.
  const cut =
    value > 99 ? Math.floor(value * scale) : Math.round(value * scale);
  return (cut / scale).toFixed(decimalsOf(value));
}

function decimalsOf(percentage: number): number {
  if (percentage < 1 || percentage > 99) return 2;
  return percentage < 10 ? 1 : 0;
}

function duration(seconds: number): string {
  const milliseconds = seconds * 1000;
  if (milliseconds < 1000) return `${significant(milliseconds)}${SPACE}ms`;
  if (seconds < 120) return `${significant(seconds, 2)}${SPACE}s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)}${SPACE}min`;
  if (seconds < 172_800) return `${significant(seconds / 3600, 2)}${SPACE}h`;
  return `${significant(seconds / 86_400, 2)}${SPACE}days`;
}

function bytes(value: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(
    units.length - 1,
    value < 1 ? 0 : Math.floor(Math.log2(value) / 10),
  );
  return `${significant(value / 1024 ** power)}${SPACE}${units[power]}`;
}

/** At most so many significant digits, never fewer than the whole part has; thousands with a comma. */
function significant(value: number, digits = 3): string {
  if (value >= 10 ** (digits - 1)) {
    return Math.round(value).toLocaleString('en-US');
  }
  return String(Number(value.toPrecision(digits)));
}
