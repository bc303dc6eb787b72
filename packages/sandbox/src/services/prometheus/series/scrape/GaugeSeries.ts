import type { Labels, Sample, Series } from '../SeriesSource';
import { momentsOf, type Schedule } from './Schedule';

/** Something that goes up and down. */
export class GaugeSeries implements Series {
  readonly labels: Labels;
  readonly #schedule: Schedule;
  readonly #valueAt: (at: number, bornAt: number) => number;

  /** @param valueAt its value at a moment, of a process that began at `bornAt` */
  constructor(
    labels: Labels,
    schedule: Schedule,
    valueAt: (at: number, bornAt: number) => number,
  ) {
    this.labels = labels;
    this.#schedule = schedule;
    this.#valueAt = valueAt;
  }

  samples(after: number, until: number): Sample[] {
    return this.#schedule.runs(after, until).flatMap(run =>
      momentsOf(run).map(at => ({
        at,
        value: this.#valueAt(at, run.bornAt),
      })),
    );
  }
}
