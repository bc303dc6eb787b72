import type { Clock } from '../../../kit';

/** Work that is done once, some simulated milliseconds after it was first asked for. */
export class Debounce {
  readonly #clock: Clock;
  readonly #pending = new Set<string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  later(key: string, milliseconds: number, work: () => void): void {
    if (this.#pending.has(key)) return;
    this.#pending.add(key);
    this.#clock.after(milliseconds, () => {
      this.#pending.delete(key);
      work();
    });
  }

  clear(): void {
    this.#pending.clear();
  }
}
