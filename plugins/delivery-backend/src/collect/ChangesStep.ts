import type { DeliveryStore } from '../store/DeliveryStore';
import type { Deployment } from '../store/types';
import { RateLimitedError, type GithubHistory } from './GithubHistory';
import type { Outcome, Step } from './Step';

/** Comparisons of one collection: 1,800 an hour of the 5,000 that GitHub allows. */
const AT_MOST = 60;
/** Failures in a row after which GitHub is left alone until the next collection. */
const PATIENCE = 3;

/** Asks GitHub which commits each deployment brought. */
export class ChangesStep implements Step {
  readonly source = 'github';
  readonly #github: GithubHistory;
  readonly #store: DeliveryStore;

  constructor(options: { github: GithubHistory; store: DeliveryStore }) {
    this.#github = options.github;
    this.#store = options.store;
  }

  async run(signal: AbortSignal): Promise<Outcome> {
    const pending = await this.#store.deployments.pending(AT_MOST);
    let answered = 0;
    let inARow = 0;
    let message: string | undefined;
    for (const deployment of pending) {
      signal.throwIfAborted();
      const failure = await this.#ask(deployment, signal);
      if (!failure) {
        answered += 1;
        inARow = 0;
        continue;
      }
      message = failure.message;
      inARow += 1;
      if (inARow >= PATIENCE || failure instanceof RateLimitedError) break;
    }
    if (pending.length > 0 && answered === 0) throw new Error(message);
    return { asked: pending.length, answered, ...(message && { message }) };
  }

  /** @returns why it has to be asked again, if so */
  async #ask(
    deployment: Deployment,
    signal: AbortSignal,
  ): Promise<Error | undefined> {
    const { repositoryUrl, previousRevision, revision } = deployment;
    const { deployments, changes } = this.#store;
    try {
      const found = await this.#github.between(
        repositoryUrl,
        { from: previousRevision!, to: revision },
        signal,
      );
      await changes.put(deployment, found);
      await deployments.noteTry(deployment, found.length ? 'known' : 'none');
      return undefined;
    } catch (error) {
      signal.throwIfAborted();
      const { name, message } = error as Error;
      if (name === 'NotFoundError') {
        await deployments.noteTry(deployment, 'unknown', message);
        return undefined;
      }
      await deployments.noteTry(deployment, 'pending', message);
      return error as Error;
    }
  }
}
