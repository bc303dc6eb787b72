/**
 * Lets those that wait do something one after the other, the one with the highest rank first: what everybody looks at
 * is collected before what lies far back, whichever source it is of.
 */
export class Turns {
  readonly #waiting: { rank: number; begin: () => void }[] = [];
  #taken = false;

  async take<T>(rank: number, work: () => Promise<T>): Promise<T> {
    if (this.#taken) {
      await new Promise<void>(begin => {
        this.#waiting.push({ rank, begin });
        this.#waiting.sort((a, b) => b.rank - a.rank);
      });
    }
    this.#taken = true;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next.begin();
      else this.#taken = false;
    }
  }
}
