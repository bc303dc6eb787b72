import { ServiceUnavailableError } from '@backstage/errors';

/** How many requests may still be paid for today (UTC), as far as this process knows. */
export class RequestBudget {
  readonly #perDay: number;
  readonly #title: string;
  readonly #now: () => Date;
  #day = '';
  #taken = 0;

  constructor(title: string, perDay: number, now = () => new Date()) {
    this.#title = title;
    this.#perDay = perDay;
    this.#now = now;
  }

  /** @throws ServiceUnavailableError where the day's requests are used up */
  take(): void {
    const day = this.#now().toISOString().slice(0, 10);
    if (day !== this.#day) {
      this.#day = day;
      this.#taken = 0;
    }
    if (this.#taken >= this.#perDay) {
      throw new ServiceUnavailableError(
        `${this.#title} was asked ${
          this.#taken
        } times today, at 0.01 USD each, which is all that cost.aws allows (requestsPerDay). What is left is asked for tomorrow; raise requestsPerDay to have it sooner.`,
      );
    }
    this.#taken += 1;
  }
}
