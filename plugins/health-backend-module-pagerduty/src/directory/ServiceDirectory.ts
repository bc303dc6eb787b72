import type { PagerDutyClient } from '../client/PagerDutyClient';
import type { Service } from '../client/types';

const KEPT_MS = 10 * 60_000;

/** The account's services by id; asked for again after ten minutes, since they seldom change. */
export class ServiceDirectory {
  readonly #client: PagerDutyClient;
  #services = new Map<string, Service>();
  #readAt = -Infinity;

  constructor(client: PagerDutyClient) {
    this.#client = client;
  }

  async read(call: {
    signal: AbortSignal;
    onAttempt: () => void;
    now: Date;
  }): Promise<ReadonlyMap<string, Service>> {
    const now = call.now.getTime();
    if (now - this.#readAt >= KEPT_MS) {
      const services = await this.#client.services(call);
      this.#services = new Map(services.map(it => [it.id, it]));
      this.#readAt = now;
    }
    return this.#services;
  }
}
