/** What a {@link Clock.sleep} ends with when the sandbox stops: whoever waited must not go on. */
export class ClockStoppedError extends Error {
  name = 'ClockStoppedError';

  constructor() {
    super('The sandbox stopped while this waited');
  }
}

/** Time as the sandbox sees it. Simulated work (a pod that starts, a run that plans) waits here, so that tests can hurry it. */
export class Clock {
  readonly #pace: number;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #sleepers = new Set<(reason: ClockStoppedError) => void>();
  #stopped = false;

  /** @param pace how long a simulated second takes, in real seconds; 0.05 makes tests quick */
  constructor(pace = 1) {
    this.#pace = pace;
  }

  now(): Date {
    return new Date();
  }

  /** ISO 8601 with seconds, as GitHub, Okta and Kubernetes write it. */
  timestamp(): string {
    return `${this.now().toISOString().slice(0, 19)}Z`;
  }

  /** Calls `work` after so many simulated milliseconds; never, once the clock is stopped. */
  after(milliseconds: number, work: () => void): void {
    if (this.#stopped) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, milliseconds * this.#pace);
    this.#timers.add(timer);
  }

  /**
   * Waits so many simulated milliseconds.
   *
   * @throws ClockStoppedError if the clock is stopped first; work of `Kit.background` may let it through
   */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#stopped) {
        reject(new ClockStoppedError());
        return;
      }
      this.#sleepers.add(reject);
      this.after(milliseconds, () => {
        this.#sleepers.delete(reject);
        resolve();
      });
    });
  }

  /** Ends all that waits, and whatever would begin to. */
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    for (const reject of this.#sleepers) reject(new ClockStoppedError());
    this.#sleepers.clear();
  }

  /** Goes again after {@link Clock.stop}. */
  start(): void {
    this.#stopped = false;
  }
}
