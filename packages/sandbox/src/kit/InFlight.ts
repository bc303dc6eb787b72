import type { Request, Response } from 'express';
import { ClockStoppedError } from './Clock';

/** How long a request that is being answered may hold up a stop. */
const REQUEST_MS = 3000;

/** What is under way: it must come to its end before the store closes or is emptied. */
export class InFlight {
  readonly #requests = new Map<Response, Promise<void>>();
  readonly #work = new Set<Promise<void>>();

  /** Counts a request until its response is closed, or {@link InFlight.forget} is told of it. */
  request(response: Response): void {
    const closed = new Promise<void>(resolve => {
      response.once('close', resolve);
    });
    this.#requests.set(
      response,
      closed.then(() => this.forget(response)),
    );
  }

  /** The work of this request is done, though its response stays open. */
  forget(response: Response): void {
    this.#requests.delete(response);
  }

  /** Counts work that outlives its request. A failure is told to `onError`, unless the clock ended it. */
  background(work: Promise<void>, onError: (error: Error) => void): void {
    const settled = work
      .catch(error => {
        if (!(error instanceof ClockStoppedError)) onError(error);
      })
      .finally(() => this.#work.delete(settled));
    this.#work.add(settled);
  }

  /** Resolves when no request is being answered. Streams, which have no end, are not waited for. */
  async requestsDone(): Promise<void> {
    const answers = [...this.#requests]
      .filter(([response]) => !isStream(response.req, response))
      .map(([, done]) => done);
    if (answers.length === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>(resolve => {
      timer = setTimeout(resolve, REQUEST_MS);
    });
    await Promise.race([Promise.all(answers), limit]);
    clearTimeout(timer);
  }

  /** Resolves when no work is under way, nor any that it began. */
  async workDone(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work);
  }
}

function isStream(request: Request, response: Response) {
  return request.method === 'GET' && response.headersSent;
}
