/** Whole numbers from the least that was included to the greatest. */
export class WholeSpan {
  #least = Infinity;
  #greatest = -Infinity;

  include(value: number): number {
    this.#least = Math.min(this.#least, value);
    this.#greatest = Math.max(this.#greatest, value);
    return value;
  }

  get size(): number {
    return this.#greatest - this.#least + 1;
  }

  list(): number[] {
    return Array.from({ length: this.size }, (_, at) => this.#least + at);
  }
}
