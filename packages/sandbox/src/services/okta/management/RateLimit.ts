/** How many requests the API takes in a minute; see https://developer.okta.com/docs/reference/rl-best-practices/ */
export class RateLimit {
  /** Requests a minute. */
  readonly limit: number;
  #minute = 0;
  #used = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Counts a request: how many are left in this minute (below 0: refused), and when the next begins, in seconds since 1970. */
  take(now = Date.now()): { remaining: number; resetsAt: number } {
    const minute = Math.floor(now / 60_000);
    this.#used = minute === this.#minute ? this.#used + 1 : 1;
    this.#minute = minute;
    return {
      remaining: this.limit - this.#used,
      resetsAt: (minute + 1) * 60,
    };
  }
}
