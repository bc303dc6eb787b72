import type { HealthChart, HealthUnit } from '@portico/plugin-health-common';

/** How the values of a chart become the numbers of its axis. */
export interface AxisScale {
  /** Multiplies values. */
  factor: number;
  /** Stands once in the chart's head. */
  unit: string;
  /** Where the axis ends. */
  top: number;
  bottom: number;
}

const STEPS = [1, 2, 2.5, 5, 10];
/** The words of a limit stand above its line. */
const HEADROOM = 1.1;
const GIB = 1024 ** 3;

function unitOf(unit: HealthUnit, top: number): [factor: number, unit: string] {
  switch (unit) {
    case 'seconds':
      return top < 1 ? [1000, 'ms'] : [1, 's'];
    case 'ratio':
      return [100, '%'];
    case 'perSecond':
      return [1, 'req/s'];
    case 'multiple':
      return [1, '×'];
    case 'bytes':
      return top < GIB ? [1 / 1024 ** 2, 'MiB'] : [1 / GIB, 'GiB'];
    default:
      return [1, ''];
  }
}

/** The next round number: 1, 2, 2.5 or 5 times a power of ten. */
function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.find(one => one * power >= value * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(3));
}

/** From zero, or from what is less than nothing, to a round number above all values and the limit. */
export function axisScale({ unit, series, limit }: HealthChart): AxisScale {
  const values = series.flatMap(one => one.values.map(value => value ?? 0));
  const high = Math.max(0, ...values, (limit?.value ?? 0) * HEADROOM);
  const low = Math.min(0, ...values);
  const [factor, word] = unitOf(unit, high);
  return {
    factor,
    unit: word,
    // Parts of a whole end at the whole.
    top:
      unit === 'ratio' && high > 0.5 && high <= 1
        ? 100
        : roundUp(high * factor),
    bottom: low < 0 ? -roundUp(-low * factor) : 0,
  };
}
