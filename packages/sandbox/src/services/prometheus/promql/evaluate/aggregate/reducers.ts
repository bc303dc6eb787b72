/** Values of a group at one step, as they come. */
export interface Accumulator {
  count: number;
  value: number;
  mean: number;
}

/** How an aggregation takes in a value, and what it makes of them. */
export interface Reducer {
  /** Called with each value; `count` holds it already. */
  add(state: Accumulator, value: number): void;
  result(state: Accumulator): number;
}

const value = (state: Accumulator) => state.value;

/** Welford's way to a variance. */
function addToVariance(state: Accumulator, next: number) {
  if (state.count === 1) {
    state.mean = next;
    return;
  }
  const delta = next - state.mean;
  state.mean += delta / state.count;
  state.value += delta * (next - state.mean);
}

/** Mean that stays with an infinity once it has met one. */
function addToMean(state: Accumulator, next: number) {
  if (state.count === 1) {
    state.mean = next;
    return;
  }
  const { mean, count } = state;
  const infinite = Math.abs(mean) === Infinity;
  if (infinite && (next === mean || Number.isFinite(next))) return;
  state.mean = mean + (next / count - mean / count);
}

const extreme = (isBeyond: (next: number, best: number) => boolean) => ({
  add(state: Accumulator, next: number) {
    const { count, value: best } = state;
    if (count === 1 || isBeyond(next, best) || Number.isNaN(best)) {
      state.value = next;
    }
  },
  result: value,
});

/** By the name of the operator. */
export const REDUCERS: Record<string, Reducer> = {
  sum: {
    add(state, next) {
      state.value = state.count === 1 ? next : state.value + next;
    },
    result: value,
  },
  avg: { add: addToMean, result: state => state.mean },
  count: { add: () => undefined, result: state => state.count },
  group: { add: () => undefined, result: () => 1 },
  min: extreme((next, best) => next < best),
  max: extreme((next, best) => next > best),
  stdvar: {
    add: addToVariance,
    result: state => state.value / state.count,
  },
  stddev: {
    add: addToVariance,
    result: state => Math.sqrt(state.value / state.count),
  },
};
