type ValueFunction = (
  value: number,
  first?: number,
  second?: number,
) => number | undefined;

/** Go's extremes: an infinity on the winning side beats a NaN. */
function larger(a: number, b: number): number {
  return a === Infinity || b === Infinity ? Infinity : Math.max(a, b);
}

function smaller(a: number, b: number): number {
  return a === -Infinity || b === -Infinity ? -Infinity : Math.min(a, b);
}

/** To the nearest multiple, halves upwards. */
function round(value: number, nearest = 1): number {
  const inverse = 1 / nearest;
  return Math.floor(value * inverse + 0.5) / inverse;
}

function clamp(value: number, least = NaN, most = NaN): number | undefined {
  return most < least ? undefined : larger(least, smaller(most, value));
}

/** Functions of one value, with up to two numbers beside it; undefined takes the series out. */
export const VALUE_FUNCTIONS: Record<string, ValueFunction> = {
  abs: value => Math.abs(value),
  acos: value => Math.acos(value),
  acosh: value => Math.acosh(value),
  asin: value => Math.asin(value),
  asinh: value => Math.asinh(value),
  atan: value => Math.atan(value),
  atanh: value => Math.atanh(value),
  ceil: value => Math.ceil(value),
  clamp,
  clamp_max: (value, most = NaN) => smaller(most, value),
  clamp_min: (value, least = NaN) => larger(least, value),
  cos: value => Math.cos(value),
  cosh: value => Math.cosh(value),
  deg: value => (value * 180) / Math.PI,
  exp: value => Math.exp(value),
  floor: value => Math.floor(value),
  ln: value => Math.log(value),
  log10: value => Math.log10(value),
  log2: value => Math.log2(value),
  rad: value => (value * Math.PI) / 180,
  round,
  sgn: value => (Number.isNaN(value) ? NaN : Math.sign(value)),
  sin: value => Math.sin(value),
  sinh: value => Math.sinh(value),
  sqrt: value => Math.sqrt(value),
  tan: value => Math.tan(value),
  tanh: value => Math.tanh(value),
};
