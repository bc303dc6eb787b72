import type { Clock } from '../../kit';

interface Pending {
  at: number;
  order: number;
  work: () => void;
}

/**
 * The cluster's time: the sandbox's clock, or, within {@link ClusterTime.simulate}, a virtual one that
 * jumps from event to event, so that a seeded cluster has lived through its rollouts in milliseconds.
 */
export class ClusterTime {
  readonly #clock: Clock;
  #virtual: { now: number; pending: Pending[]; order: number } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): Date {
    return this.#virtual ? new Date(this.#virtual.now) : this.#clock.now();
  }

  /** ISO 8601 with seconds. */
  timestamp(): string {
    return `${this.now().toISOString().slice(0, 19)}Z`;
  }

  /** Whether this is a simulated past. */
  get isVirtual(): boolean {
    return this.#virtual !== undefined;
  }

  after(milliseconds: number, work: () => void): void {
    const virtual = this.#virtual;
    if (!virtual) {
      this.#clock.after(milliseconds, work);
      return;
    }
    virtual.order += 1;
    virtual.pending.push({
      at: virtual.now + milliseconds,
      order: virtual.order,
      work,
    });
  }

  /**
   * Does `work` as if it were `start`, then all that follows from it within `horizonSeconds`.
   * What is due later is left to who resumes it in real time.
   */
  simulate(start: Date, work: () => void, horizonSeconds = 120): void {
    const virtual = {
      now: start.getTime(),
      pending: [] as Pending[],
      order: 0,
    };
    const end = virtual.now + horizonSeconds * 1000;
    this.#virtual = virtual;
    try {
      work();
      for (;;) {
        virtual.pending.sort((a, b) => a.at - b.at || a.order - b.order);
        const next = virtual.pending.shift();
        if (!next || next.at > end) return;
        virtual.now = Math.max(virtual.now, next.at);
        next.work();
      }
    } finally {
      this.#virtual = undefined;
    }
  }
}
