import type { ClusterTime } from '../ClusterTime';

/** Waits of objects, each at most once at a time: `steps.after(uid, 'pull', 800, work)`. */
export class Steps {
  readonly #time: ClusterTime;
  #waiting = new Map<string, symbol>();

  constructor(time: ClusterTime) {
    this.#time = time;
  }

  /** Does `work` after so many milliseconds unless the same step of the same object waits already. */
  after(
    uid: string,
    step: string,
    milliseconds: number,
    work: () => void,
  ): void {
    const key = `${uid}/${step}`;
    if (this.#waiting.has(key)) return;
    const ticket = Symbol(key);
    this.#waiting.set(key, ticket);
    this.#time.after(milliseconds, () => {
      if (this.#waiting.get(key) !== ticket) return;
      this.#waiting.delete(key);
      work();
    });
  }

  clear(): void {
    this.#waiting = new Map();
  }
}
