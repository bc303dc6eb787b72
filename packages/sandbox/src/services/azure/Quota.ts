import { AzureError } from './AzureError';

const SECOND_MS = 1_000;
/** Query processing units that a tenant has; https://learn.microsoft.com/azure/cost-management-billing/costs/manage-automation#data-latency-and-rate-limits */
const WINDOWS = [
  { name: 'QueriesPerHour', ms: 3_600 * SECOND_MS, units: 600 },
  { name: 'QueriesPerMin', ms: 60 * SECOND_MS, units: 60 },
  { name: 'QueriesPer10Sec', ms: 10 * SECOND_MS, units: 12 },
];

/** How many query processing units are left: a query takes one for each month that it reads. */
export class Quota {
  #taken: { at: number; units: number }[] = [];

  /**
   * Takes units, and gives the headers that say so.
   *
   * @throws AzureError 429 that says when there are enough again
   */
  take(units: number, now: number): Record<string, string> {
    this.#taken = this.#taken.filter(({ at }) => at > now - WINDOWS[0].ms);
    for (const window of WINDOWS) {
      const inside = this.#within(window.ms, now);
      if (this.#sum(inside) + units > window.units && inside.length > 0) {
        const freeAt = inside[0].at + window.ms;
        throw AzureError.throttled(
          'qpu',
          Math.max(1, Math.ceil((freeAt - now) / SECOND_MS)),
        );
      }
    }
    this.#taken.push({ at: now, units });
    const remaining = WINDOWS.map(
      ({ name, ms, units: all }) =>
        `${name}:${all - this.#sum(this.#within(ms, now))}`,
    );
    return {
      'x-ms-ratelimit-microsoft.costmanagement-qpu-consumed': String(units),
      'x-ms-ratelimit-microsoft.costmanagement-qpu-remaining':
        remaining.join(','),
    };
  }

  clear(): void {
    this.#taken = [];
  }

  #within(ms: number, now: number) {
    return this.#taken.filter(({ at }) => at > now - ms);
  }

  #sum(taken: { units: number }[]): number {
    return taken.reduce((sum, { units }) => sum + units, 0);
  }
}
