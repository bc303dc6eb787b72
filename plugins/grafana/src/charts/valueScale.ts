/** How values spread along an axis. */
export interface Distribution {
  kind: 'linear' | 'log' | 'symlog';
  /** Of a logarithmic one. */
  base: 2 | 10;
  /** Of `symlog`: between this and its negative the axis is linear. */
  linear: number;
}

/** What bounds an axis. */
export interface Bounds {
  /** Never beyond these. */
  min?: number;
  max?: number;
  /** At least as far as these. */
  softMin?: number;
  softMax?: number;
  /** Zero in the middle. */
  centred?: boolean;
  /** Zero is always in sight. */
  zero?: boolean;
  /** Powers of 1,024 are round: the unit is of bytes. */
  binary?: boolean;
}

export const LINEAR: Distribution = { kind: 'linear', base: 10, linear: 1 };

/** A line that is far from zero shows its own range; a nearer one starts at zero. */
const NEAR_ZERO = 0.5;
const ROUND = [1, 2, 2.5, 5, 10];
const ROUND_BINARY = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

/** The least round number that is no less. */
export function roundStep(step: number, binary = false): number {
  if (!(step > 0)) return 1;
  const base = binary && step >= 1024 ? 1024 : 10;
  const power = base ** Math.floor(Math.log(step) / Math.log(base) + 1e-9);
  const of = base === 1024 ? ROUND_BINARY : ROUND;
  const times = of.find(one => one * power >= step * (1 - 1e-9)) ?? base;
  return base === 10 ? Number((times * power).toPrecision(3)) : times * power;
}

/** Where a linear axis begins and ends: at round numbers, unless it is told. */
function linearRange(
  [least, most]: [number, number],
  bounds: Bounds,
  lines: number,
): [number, number] {
  let low = Math.min(least, bounds.softMin ?? Infinity);
  let high = Math.max(most, bounds.softMax ?? -Infinity);
  const free = bounds.min === undefined && bounds.softMin === undefined;
  if (bounds.zero || (free && low > 0 && low < high * NEAR_ZERO)) {
    low = Math.min(low, 0);
    high = Math.max(high, 0);
  }
  if (low === high) {
    const room = Math.abs(low) || 1;
    if (low > 0) low -= bounds.zero || bounds.min !== undefined ? 0 : room / 2;
    else low -= low === 0 ? 0 : room / 2;
    high += high === 0 ? 1 : room / 2;
  }
  if (bounds.centred) {
    high = Math.max(Math.abs(low), Math.abs(high));
    low = -high;
  }
  low = bounds.min ?? low;
  high = bounds.max ?? high;
  if (!(high > low)) high = low + 1;
  const step = roundStep((high - low) / lines, bounds.binary);
  return [
    bounds.min ?? Math.floor(low / step + 1e-9) * step,
    bounds.max ?? Math.ceil(high / step - 1e-9) * step,
  ];
}

function logRange(
  [least, most]: [number, number],
  bounds: Bounds,
  base: number,
): [number, number] {
  const low = bounds.min ?? Math.min(least, bounds.softMin ?? Infinity);
  const high = bounds.max ?? Math.max(most, bounds.softMax ?? -Infinity);
  const power = (value: number, round: (value: number) => number) =>
    base **
    round(
      Math.log(value) / Math.log(base) + 1e-9 * (round === Math.floor ? 1 : -1),
    );
  const from = low > 0 ? low : Math.min(high > 0 ? high : 1, 1) / base;
  const bottom =
    bounds.min !== undefined && low > 0 ? low : power(from, Math.floor);
  const top = bounds.max ?? power(Math.max(high, bottom), Math.ceil);
  return [bottom, top > bottom ? top : bottom * base];
}

/**
 * Where an axis begins and ends, for the least and the most of its values.
 * On a logarithmic axis only what is more than zero has a place.
 */
export function valueRange(
  data: [number, number] | undefined,
  bounds: Bounds = {},
  distribution: Distribution = LINEAR,
  lines = 4,
): [number, number] {
  const { kind, base } = distribution;
  if (kind === 'log') return logRange(data ?? [1, base], bounds, base);
  return linearRange(data ?? [0, 1], bounds, lines);
}

function powersWithin(low: number, high: number, base: number): number[] {
  const log = (value: number) => Math.log(value) / Math.log(base);
  const powers: number[] = [];
  const last = Math.floor(log(high) + 1e-9);
  for (let power = Math.ceil(log(low) - 1e-9); power <= last; power += 1) {
    powers.push(base ** power);
  }
  return powers;
}

/** Every so manieth, so that few stay; the first always does. */
function thinned<T>(all: T[], most: number): T[] {
  const every = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, index) => index % every === 0);
}

/** The place of a value between the ends of its axis: 0 at the bottom, 1 at the top; undefined where it has none. */
export function placeOf(
  value: number,
  [low, high]: [number, number],
  { kind, base, linear }: Distribution = LINEAR,
): number | undefined {
  const of = (one: number) => {
    if (kind === 'log') return Math.log(one) / Math.log(base);
    return kind === 'symlog' ? Math.asinh(one / linear) : one;
  };
  const place = (of(value) - of(low)) / (of(high) - of(low));
  return Number.isFinite(place) ? place : undefined;
}

/** Round values between the ends of an axis, about so many. */
export function valueTicks(
  [low, high]: [number, number],
  distribution: Distribution = LINEAR,
  lines = 4,
  binary = false,
): number[] {
  const { kind, base, linear } = distribution;
  if (kind === 'log' && low > 0) {
    const powers = powersWithin(low, high, base);
    return powers.length > 1
      ? thinned(powers, lines + 1)
      : valueTicks([low, high], LINEAR, lines);
  }
  if (kind === 'symlog') {
    const side = (end: number) =>
      end > linear ? thinned(powersWithin(linear, end, base), lines / 2) : [];
    const ticks = [
      ...side(-low)
        .map(value => -value)
        .reverse(),
      0,
      ...side(high),
    ];
    // What is too near to zero would stand in its line.
    const place = (value: number) =>
      placeOf(value, [low, high], distribution) ?? 0;
    return ticks.filter(
      value =>
        value >= low &&
        value <= high &&
        (value === 0 || Math.abs(place(value) - place(0)) > 0.5 / lines),
    );
  }
  const step = roundStep((high - low) / lines, binary);
  const ticks: number[] = [];
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  for (let count = first; count <= last; count += 1) {
    // Without the crumbs of binary fractions.
    ticks.push(Number((count * step).toPrecision(12)));
  }
  return ticks;
}
