/** A sum that keeps what rounding drops (Neumaier), as Prometheus sums over time. */
export class KahanSum {
  #sum = 0;
  #compensation = 0;

  add(value: number): void {
    const next = this.#sum + value;
    if (Math.abs(next) === Infinity) {
      this.#compensation = 0;
    } else if (Math.abs(this.#sum) >= Math.abs(value)) {
      this.#compensation += this.#sum - next + value;
    } else {
      this.#compensation += value - next + this.#sum;
    }
    this.#sum = next;
  }

  /** The sum without what was dropped. */
  get plain(): number {
    return this.#sum;
  }

  get total(): number {
    return Math.abs(this.#sum) === Infinity
      ? this.#sum
      : this.#sum + this.#compensation;
  }
}
