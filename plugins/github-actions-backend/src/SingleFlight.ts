/** Lets equal questions at the same time share one answer, and keeps an answer for a moment. */
export class SingleFlight<T> {
  readonly #keepMs: number;
  readonly #flights = new Map<string, Promise<T>>();

  constructor(keepMs: number) {
    this.#keepMs = keepMs;
  }

  run(key: string, ask: () => Promise<T>): Promise<T> {
    const flying = this.#flights.get(key);
    if (flying) return flying;
    const flight = ask();
    this.#flights.set(key, flight);
    flight.then(
      () => setTimeout(() => this.#flights.delete(key), this.#keepMs).unref(),
      () => this.#flights.delete(key),
    );
    return flight;
  }
}
