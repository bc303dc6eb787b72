import type {
  CounterWindow,
  Labels,
  Sample,
  Series,
} from '../../series/SeriesSource';

/** The samples of one series in one window: `samples[from]` to `samples[to - 1]`, all of `start` <= at <= `end`. */
export interface Window {
  samples: Sample[];
  from: number;
  to: number;
  start: number;
  end: number;
}

/** One series of a range vector. The window at a step may be asked for in the order of the steps alone. */
export class Windows {
  readonly labels: Labels;
  readonly #series: Pick<Series, 'samples' | 'counterWindow'>;
  readonly #moments: Float64Array;
  readonly #range: number;
  readonly #apart: boolean;
  readonly #window: Window;
  #loaded = false;

  /** @param moments the end of the window at each step */
  constructor(series: Series, moments: Float64Array, range: number) {
    this.labels = series.labels;
    this.#series = series;
    this.#moments = moments;
    this.#range = range;
    this.#apart = moments.length > 1 && moments[1] - moments[0] > range;
    this.#window = { samples: [], from: 0, to: 0, start: 0, end: 0 };
  }

  /** The window at a step. The same object each time, with other contents. */
  at(step: number): Window {
    const window = this.#window;
    window.end = this.#moments[step];
    window.start = window.end - this.#range;
    if (this.#apart) {
      window.samples = this.#series.samples(window.start - 1, window.end);
      window.from = 0;
      window.to = window.samples.length;
      return window;
    }
    if (!this.#loaded) {
      const last = this.#moments[this.#moments.length - 1];
      window.samples = this.#series.samples(
        this.#moments[0] - this.#range - 1,
        last,
      );
      this.#loaded = true;
    }
    const { samples, start, end } = window;
    while (window.from < samples.length && samples[window.from].at < start) {
      window.from += 1;
    }
    while (window.to < samples.length && samples[window.to].at <= end) {
      window.to += 1;
    }
    return window;
  }

  /** What rate and the like need of the window at a step, without its samples where the series can tell. */
  counterAt(step: number): CounterWindow | undefined {
    const end = this.#moments[step];
    if (this.#series.counterWindow) {
      return this.#series.counterWindow(end - this.#range - 1, end);
    }
    const { samples, from, to } = this.at(step);
    if (from === to) return undefined;
    let lost = 0;
    for (let i = from + 1; i < to; i += 1) {
      if (samples[i].value < samples[i - 1].value) lost += samples[i - 1].value;
    }
    return {
      first: samples[from],
      last: samples[to - 1],
      count: to - from,
      lost,
    };
  }

  /** Where the window at a step begins and ends. */
  spanAt(step: number): { start: number; end: number } {
    const end = this.#moments[step];
    return { start: end - this.#range, end };
  }
}
