import type { Basis, Demand } from '../rhythm/Demand';
import type { CounterWindow, Labels, Sample, Series } from '../SeriesSource';
import type { Mode } from '../timeline/Mode';
import type { Timeline } from '../timeline/Timeline';
import { momentsOf, type Run, type Schedule } from './Schedule';

/** How fast a counter grows: a factor for each of the integrals of {@link Demand}. */
export type Growth = Basis;

/** A counter whose value at any moment is known without those before it. */
export class CounterSeries implements Series {
  readonly labels: Labels;
  readonly #schedule: Schedule;
  readonly #demand: Demand;
  readonly #timeline: () => Timeline;
  readonly #growthIn: (mode: Mode) => Growth;
  readonly #isWhole: boolean;
  /** What had been counted when each segment of the timeline began, from the epoch on. */
  #sums:
    | { timeline: Timeline; before: number[]; growths: Growth[] }
    | undefined;

  /** @param options.isWhole for what is counted in whole numbers */
  constructor(options: {
    labels: Labels;
    schedule: Schedule;
    demand: Demand;
    timeline: () => Timeline;
    growthIn: (mode: Mode) => Growth;
    isWhole: boolean;
  }) {
    this.labels = options.labels;
    this.#schedule = options.schedule;
    this.#demand = options.demand;
    this.#timeline = options.timeline;
    this.#growthIn = options.growthIn;
    this.#isWhole = options.isWhole;
  }

  samples(after: number, until: number): Sample[] {
    return this.#schedule.runs(after, until).flatMap(run => {
      const born = this.#total(run.bornAt);
      return momentsOf(run).map(at => ({ at, value: this.#value(born, at) }));
    });
  }

  counterWindow(after: number, until: number): CounterWindow | undefined {
    const runs = this.#schedule.runs(after, until);
    if (runs.length === 0) return undefined;
    const first = this.#sample(runs[0], runs[0].first);
    let last = first;
    let count = 0;
    let lost = 0;
    for (const [index, run] of runs.entries()) {
      if (index > 0 && this.#sample(run, run.first).value < last.value) {
        lost += last.value;
      }
      last = this.#sample(run, run.last);
      count += run.count;
    }
    return { first, last, count, lost };
  }

  #sample({ bornAt }: Run, at: number): Sample {
    return { at, value: this.#value(this.#total(bornAt), at) };
  }

  #value(born: number, at: number): number {
    const value = this.#total(at) - born;
    return this.#isWhole ? Math.floor(value) : value;
  }

  /** What would have been counted since the epoch. */
  #total(at: number): number {
    const { timeline, before, growths } = this.#sumsNow();
    const index = timeline.indexAt(at);
    const { basis } = timeline.segments[index];
    return (
      before[index] + grown(growths[index], basis, this.#demand.basisAt(at))
    );
  }

  #sumsNow() {
    const timeline = this.#timeline();
    if (this.#sums?.timeline === timeline) return this.#sums;
    const { segments } = timeline;
    const growths = segments.map(({ mode }) => this.#growthIn(mode));
    const before = [0];
    for (let index = 1; index < segments.length; index += 1) {
      const { basis } = segments[index - 1];
      before[index] =
        before[index - 1] +
        grown(growths[index - 1], basis, segments[index].basis);
    }
    this.#sums = { timeline, before, growths };
    return this.#sums;
  }
}

function grown(growth: Growth, from: Basis, to: Basis): number {
  return (
    growth[0] * (to[0] - from[0]) +
    growth[1] * (to[1] - from[1]) +
    growth[2] * (to[2] - from[2]) +
    growth[3] * (to[3] - from[3])
  );
}
