import { setImmediate } from 'node:timers/promises';
import { PromqlError } from '../PromqlError';

/** How long the evaluation may keep everybody else waiting. */
const BREATH_MS = 20;

/** What one query may take: samples in memory and time. */
export class Budget {
  readonly #maxSamples: number;
  readonly #deadline: number;
  readonly #signal?: AbortSignal;
  #lastBreath = performance.now();
  #held = 0;

  constructor(options: {
    /** As `--query.max-samples`. */
    maxSamples: number;
    /** As `--query.timeout`. */
    timeoutMs: number;
    /** Aborted when the caller has gone. */
    signal?: AbortSignal;
  }) {
    this.#maxSamples = options.maxSamples;
    this.#deadline = performance.now() + options.timeoutMs;
    this.#signal = options.signal;
  }

  /** Samples that are in memory now. */
  get held(): number {
    return this.#held;
  }

  /** Says how many samples are in memory now. */
  settle(held: number): void {
    this.#held = held;
    if (held > this.#maxSamples) {
      throw new PromqlError(
        'execution',
        'query processing would load too many samples into memory in query execution',
      );
    }
  }

  hold(samples: number): void {
    this.settle(this.#held + samples);
  }

  /** Lets others have a turn if this has worked for long. */
  async breathe(): Promise<void> {
    if (performance.now() - this.#lastBreath < BREATH_MS) return;
    await setImmediate();
    this.#lastBreath = performance.now();
    if (this.#signal?.aborted) {
      throw new PromqlError(
        'canceled',
        'query was canceled in expression evaluation',
      );
    }
    if (this.#lastBreath > this.#deadline) {
      throw new PromqlError(
        'timeout',
        'query timed out in expression evaluation',
      );
    }
  }
}
