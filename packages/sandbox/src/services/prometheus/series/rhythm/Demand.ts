import { shareOf } from '../../../../incidents';
import { EPOCH_MS, Wave } from './Wave';

const MINUTE = 60;
const DAY = 86_400;
const WEEK = 7 * DAY;
/** The epoch is the beginning of a Wednesday. */
const WEDNESDAY_NOON = 0.5 / 7;
/** Moments that are remembered: all pods of a service are asked for the same few again and again. */
const REMEMBERED = 4_096;

/**
 * Integrals up to a moment: of time, in seconds; of requests, of slow requests and of failing requests, each in
 * multiples of the average second's.
 */
export type Basis = readonly [
  seconds: number,
  requests: number,
  slow: number,
  failing: number,
];

/** When a service is busiest. */
export interface Rhythm {
  /** Part of the day in UTC, e.g. 0.58 for 14:00. */
  peak: number;
  /** How far the day's rhythm swings: 0 to 0.5. */
  swing: number;
  /** How far the week's rhythm swings, with the most on Wednesday: 0 to 0.35. */
  weekSwing: number;
}

/** How much is asked of a service, over the day and the week and with the small changes of each minute. */
export class Demand {
  readonly #requests: Wave;
  readonly #slow: Wave;
  readonly #failing: Wave;
  readonly #slowShare: Wave;
  readonly #remembered = new Map<number, Basis>();

  /** @param name decides the small changes */
  constructor(name: string, { peak, swing, weekSwing }: Rhythm) {
    const phase = (what: string) => shareOf(`${name}/${what}`);
    const noise = Wave.of(
      0,
      [0.05, 47 * MINUTE, phase('a')],
      [0.035, 13.7 * MINUTE, phase('b')],
      [0.03, 5.3 * MINUTE, phase('c')],
      [0.02, 2.1 * MINUTE, phase('d')],
    );
    const day = Wave.of(
      1,
      [swing, DAY, peak],
      [swing / 6, DAY / 2, phase('noon')],
    );
    const week = Wave.of(1, [weekSwing, WEEK, WEDNESDAY_NOON]);
    this.#slowShare = Wave.of(
      0.35,
      [0.14, 21 * MINUTE, phase('e')],
      [0.1, 8.7 * MINUTE, phase('f')],
      [0.06, 3.1 * MINUTE, phase('g')],
    );
    const trouble = Wave.of(
      1,
      [0.25, 17 * MINUTE, phase('h')],
      [0.15, 4.3 * MINUTE, phase('i')],
    );
    this.#requests = day.times(week).plus(noise);
    this.#slow = this.#requests.times(this.#slowShare);
    this.#failing = this.#requests.times(trouble);
  }

  /** Part of the requests that is slow on average. */
  static readonly SLOW_SHARE = 0.35;

  /** How many times the average is asked for. */
  levelAt(at: number): number {
    return this.#requests.valueAt((at - EPOCH_MS) / 1000);
  }

  basisAt(at: number): Basis {
    let basis = this.#remembered.get(at);
    if (!basis) {
      const t = (at - EPOCH_MS) / 1000;
      basis = [
        t,
        this.#requests.integralAt(t),
        this.#slow.integralAt(t),
        this.#failing.integralAt(t),
      ];
      if (this.#remembered.size >= REMEMBERED) this.#remembered.clear();
      this.#remembered.set(at, basis);
    }
    return basis;
  }
}
