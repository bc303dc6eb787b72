import type {
  CounterWindow,
  Labels,
  Matcher,
  Sample,
  Series,
  SeriesSource,
} from './series/SeriesSource';
import { matchesAll } from './promql/labels/matches';

/** Samples of one series, in any order. */
export interface SeriesData {
  /** With the metric's name as `__name__`. */
  labels: Labels;
  samples: readonly Sample[];
}

class LoadedSeries implements Series {
  readonly labels: Labels;
  readonly #samples: Sample[];
  /** What was lost at resets up to each sample. */
  readonly #lost: number[] = [];
  /** Absent where a value is not finite: differences of infinities tell nothing. */
  readonly counterWindow?: Series['counterWindow'];

  constructor(labels: Labels, samples: readonly Sample[]) {
    this.labels = labels;
    this.#samples = [...samples].sort((a, b) => a.at - b.at);
    let lost = 0;
    this.#samples.forEach(({ value }, index) => {
      const before = this.#samples[index - 1]?.value;
      if (before !== undefined && value < before) lost += before;
      this.#lost.push(lost);
    });
    if (samples.every(({ value }) => Number.isFinite(value))) {
      this.counterWindow = (after, until) => this.#windowOf(after, until);
    }
  }

  samples(after: number, until: number): Sample[] {
    return this.#samples.slice(this.#countUpTo(after), this.#countUpTo(until));
  }

  #windowOf(after: number, until: number): CounterWindow | undefined {
    const from = this.#countUpTo(after);
    const to = this.#countUpTo(until);
    if (from === to) return undefined;
    return {
      first: this.#samples[from],
      last: this.#samples[to - 1],
      count: to - from,
      lost: this.#lost[to - 1] - this.#lost[from],
    };
  }

  /** How many samples there are at that moment or before. */
  #countUpTo(moment: number): number {
    let low = 0;
    let high = this.#samples.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#samples[middle].at <= moment) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A source of series that a test loads. */
export function loadedSeries(data: readonly SeriesData[]): SeriesSource {
  const byName = new Map<string, LoadedSeries[]>();
  const all = data.map(({ labels, samples }) => {
    const series = new LoadedSeries(labels, samples);
    const name = labels.__name__ ?? '';
    byName.set(name, [...(byName.get(name) ?? []), series]);
    return series;
  });
  return {
    select(matchers: Matcher[]) {
      const name = matchers.find(
        one => one.name === '__name__' && one.operator === '=',
      );
      const candidates = name ? byName.get(name.value) ?? [] : all;
      return candidates.filter(({ labels }) => matchesAll(matchers, labels));
    },
  };
}
