import type { GithubState } from '../GithubState';
import type { Delivery, Webhook } from '../model';
import { deliver } from './deliver';

/** Of one hook: GitHub keeps them for three days, but a hook that nobody hears collects them. */
const KEPT = 200;

/** Sends payloads to hooks, and keeps what came of it. */
export class Deliveries {
  readonly #state: GithubState;
  readonly #background: (what: string, work: () => Promise<void>) => void;
  readonly #pending = new Set<Promise<void>>();
  #stopping = new AbortController();

  constructor(options: {
    state: GithubState;
    background: (what: string, work: () => Promise<void>) => void;
  }) {
    this.#state = options.state;
    this.#background = options.background;
  }

  /** Sends one payload, in the background; once more if `first` was sent before. */
  send(hook: Webhook, event: string, payload: unknown, first?: Delivery): void {
    const id = this.#state.nextId();
    const { signal } = this.#stopping;
    const work = deliver({
      hook,
      event,
      payload,
      id,
      signal,
      redelivery: first !== undefined,
      guid: first?.guid,
    }).then(delivery => {
      this.#state.deliveries.put(String(id), delivery);
      this.#forgetOld(hook);
    });
    this.#pending.add(work);
    this.#background(`webhook ${event} to ${hook.config.url}`, () =>
      work.finally(() => this.#pending.delete(work)),
    );
  }

  /** Gives up what is on its way; the deliveries say so. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('the sandbox stopped'));
    await Promise.allSettled(this.#pending);
    this.#stopping = new AbortController();
  }

  #forgetOld(hook: Webhook) {
    const ids = this.#state.deliveries
      .entries()
      .filter(([, delivery]) => delivery.hook === hook.id)
      .map(([id]) => id);
    for (const id of ids.slice(0, -KEPT)) this.#state.deliveries.delete(id);
  }
}
