import type { Incident } from '../../../../incidents';
import type { Basis, Demand } from '../rhythm/Demand';
import { EPOCH_MS } from '../rhythm/Wave';
import { modeOf, type Mode } from './Mode';

/** A time from one incident's start or end to the next. */
export interface Segment {
  /** Milliseconds since 1970. */
  from: number;
  to: number;
  mode: Mode;
  /** Where the integrals of demand stand at its beginning. */
  basis: Basis;
}

/** How a service went, from the epoch on: the modes that it was in, one after another. */
export class Timeline {
  readonly segments: readonly Segment[];

  constructor(errorRatio: number, incidents: Incident[], demand: Demand) {
    const bounds = incidents
      .flatMap(({ startedAt, endedAt = Infinity }) => [startedAt, endedAt])
      .filter(at => at > EPOCH_MS && at < Infinity);
    const starts = [...new Set([EPOCH_MS, ...bounds])].sort((a, b) => a - b);
    this.segments = starts.map((from, index) => ({
      from,
      to: starts[index + 1] ?? Infinity,
      mode: modeOf(
        errorRatio,
        incidents.filter(
          one => one.startedAt <= from && (one.endedAt ?? Infinity) > from,
        ),
      ),
      basis: demand.basisAt(from),
    }));
  }

  /** The index of the segment of a moment; what is at a bound belongs to what begins there. */
  indexAt(at: number): number {
    let index = this.segments.length - 1;
    while (index > 0 && this.segments[index].from > at) index -= 1;
    return index;
  }

  modeAt(at: number): Mode {
    return this.segments[this.indexAt(at)].mode;
  }

  /** Times in which pods are not scraped. */
  gaps(): { from: number; to: number }[] {
    return this.segments.filter(one => one.mode.unscraped);
  }
}
