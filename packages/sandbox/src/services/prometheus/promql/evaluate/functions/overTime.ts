import type { Sample } from '../../../series/SeriesSource';
import { quantile } from '../aggregate/quantile';
import type { Window } from '../Windows';
import { KahanSum } from './kahan';
import { regression } from './regression';

/** What a function knows beside the window: the time of evaluation in milliseconds, and its other arguments. */
export interface CallAt {
  at: number;
  scalars: number[];
}

type WindowFunction = (window: Window, call: CallAt) => number | undefined;

const valuesOf = ({ samples, from, to }: Window) =>
  samples.slice(from, to).map(({ value }) => value);

/** Counts the neighbours of which this holds. */
const countPairs =
  (holds: (before: number, after: number) => boolean): WindowFunction =>
  ({ samples, from, to }) => {
    let count = 0;
    for (let i = from + 1; i < to; i += 1) {
      if (holds(samples[i - 1].value, samples[i].value)) count += 1;
    }
    return count;
  };

const extreme =
  (isBeyond: (next: number, best: number) => boolean): WindowFunction =>
  ({ samples, from, to }) => {
    let best = samples[from].value;
    for (let i = from + 1; i < to; i += 1) {
      const { value } = samples[i];
      if (isBeyond(value, best) || Number.isNaN(best)) best = value;
    }
    return best;
  };

function sum(values: number[]): number {
  const total = new KahanSum();
  for (const value of values) total.add(value);
  return total.total;
}

/** Mean that stays with an infinity once it has met one. */
function mean(values: number[]): number {
  const total = new KahanSum();
  values.forEach((value, index) => {
    const count = index + 1;
    const { plain } = total;
    const infinite = Math.abs(plain) === Infinity;
    if (infinite && (value === plain || Number.isFinite(value))) return;
    total.add(value / count - plain / count);
  });
  return total.total;
}

function variance(values: number[]): number {
  const average = new KahanSum();
  const squares = new KahanSum();
  values.forEach((value, index) => {
    const delta = value - average.total;
    average.add(delta / (index + 1));
    squares.add(delta * (value - average.total));
  });
  return squares.total / values.length;
}

/** Growth between the last two samples. */
const lastStep =
  (isCounter: boolean): WindowFunction =>
  ({ samples, from, to }) => {
    if (to - from < 2) return undefined;
    const [before, last]: Sample[] = samples.slice(to - 2, to);
    const seconds = (last.at - before.at) / 1000;
    if (seconds === 0) return undefined;
    if (!isCounter) return last.value - before.value;
    const reset = last.value < before.value;
    return (reset ? last.value : last.value - before.value) / seconds;
  };

/** Functions of one window that is not empty; undefined leaves the series out. */
export const WINDOW_FUNCTIONS: Record<string, WindowFunction> = {
  avg_over_time: window => mean(valuesOf(window)),
  changes: countPairs(
    (before, after) =>
      before !== after && !(Number.isNaN(before) && Number.isNaN(after)),
  ),
  count_over_time: ({ from, to }) => to - from,
  deriv: window =>
    window.to - window.from < 2
      ? undefined
      : regression(window, window.samples[window.from].at).slope,
  idelta: lastStep(false),
  irate: lastStep(true),
  last_over_time: ({ samples, to }) => samples[to - 1].value,
  max_over_time: extreme((next, best) => next > best),
  min_over_time: extreme((next, best) => next < best),
  predict_linear: (window, { at, scalars: [seconds] }) => {
    if (window.to - window.from < 2) return undefined;
    const { slope, intercept } = regression(window, at);
    return slope * seconds + intercept;
  },
  present_over_time: () => 1,
  quantile_over_time: (window, { scalars: [q] }) =>
    quantile(q, valuesOf(window)),
  resets: countPairs((before, after) => after < before),
  stddev_over_time: window => Math.sqrt(variance(valuesOf(window))),
  stdvar_over_time: window => variance(valuesOf(window)),
  sum_over_time: window => sum(valuesOf(window)),
};
