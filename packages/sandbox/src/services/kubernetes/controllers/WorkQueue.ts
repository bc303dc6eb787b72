import type { ClusterTime } from '../ClusterTime';

/** Keys to look at, each once however often it was added meanwhile. */
export class WorkQueue {
  readonly #time: ClusterTime;
  readonly #work: (key: string) => void;
  #keys = new Set<string>();
  #scheduled = false;

  constructor(options: { time: ClusterTime; work: (key: string) => void }) {
    this.#time = options.time;
    this.#work = options.work;
  }

  add(key: string): void {
    this.#keys.add(key);
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#time.after(0, () => this.#drain());
  }

  clear(): void {
    this.#keys = new Set();
    this.#scheduled = false;
  }

  #drain() {
    this.#scheduled = false;
    const keys = this.#keys;
    this.#keys = new Set();
    for (const key of keys) this.#work(key);
  }
}
