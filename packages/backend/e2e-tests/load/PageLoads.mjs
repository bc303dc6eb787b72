import { setTimeout as sleep } from 'node:timers/promises';

/** Pause between two rounds of pages, as of a few people who look at something all the time. */
const PAUSE_MS = 100;

/** Asks for pages again and again, and remembers how long each took, in milliseconds by phase. */
export class PageLoads {
  #times = new Map();
  #phase;
  #running = false;
  #done = Promise.resolve();

  /** `pages`: functions that load one, by name. */
  constructor(pages) {
    this.pages = pages;
  }

  begin(phase) {
    this.#phase = phase;
    if (!this.#running) {
      this.#running = true;
      this.#done = this.#run();
    }
  }

  async end() {
    this.#running = false;
    await this.#done;
  }

  async #run() {
    while (this.#running) {
      for (const [name, load] of Object.entries(this.pages)) {
        const phase = this.#phase;
        const startedAt = performance.now();
        await load();
        this.#of(name, phase).push(performance.now() - startedAt);
      }
      await sleep(PAUSE_MS);
    }
  }

  #of(name, phase) {
    const key = `${name} ${phase}`;
    if (!this.#times.has(key)) this.#times.set(key, []);
    return this.#times.get(key);
  }

  /** The time within which that share of the loads was there, e.g. 0.95. */
  quantile(name, phase, share) {
    const times = [...this.#of(name, phase)].sort((a, b) => a - b);
    return times[Math.min(times.length - 1, Math.floor(times.length * share))];
  }
}
