import { ServiceUnavailableError } from '@backstage/errors';

interface Entry<T> {
  result: Promise<T>;
  abort: AbortController;
  /** Who waits; nobody once it is there. */
  askers: number;
  keptMs: number;
  settledAt?: number;
}

/**
 * Asks each question once, however many want to know: whoever comes while it is being answered, or shortly
 * after, gets the same answer. When all who wait have left, the question is withdrawn. Only so many are under
 * way at a time; more wait in line, and when the line is too long they are turned away.
 */
export class SharedRequests<T> {
  readonly #keptMs: number;
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #now: () => Date;
  readonly #entries = new Map<string, Entry<T>>();
  readonly #line: (() => void)[] = [];
  #running = 0;

  constructor(options: {
    keptSeconds: number;
    atOnce: number;
    mostWaiting: number;
    now: () => Date;
  }) {
    this.#keptMs = options.keptSeconds * 1000;
    this.#atOnce = options.atOnce;
    this.#mostWaiting = options.mostWaiting;
    this.#now = options.now;
  }

  /**
   * @param signal of the one who asks
   * @param keptSeconds of this answer, where it holds for longer or shorter than others
   * @throws ServiceUnavailableError if too many wait
   */
  async ask(
    key: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
    keptSeconds?: number,
  ): Promise<T> {
    signal.throwIfAborted();
    this.#forgetOld();
    const entry =
      this.#entries.get(key) ??
      this.#start(
        key,
        work,
        keptSeconds === undefined ? this.#keptMs : keptSeconds * 1000,
      );
    if (entry.settledAt !== undefined) return entry.result;
    entry.askers += 1;
    const leave = () => {
      entry.askers -= 1;
      if (entry.askers === 0 && entry.settledAt === undefined) {
        this.#forget(key, entry);
        entry.abort.abort(new Error('Nobody waits for it any more.'));
      }
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([entry.result, rejected(signal)]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  /** Forgets an answer: who asks from now on asks anew. Those who wait already get theirs. */
  forget(key: string): void {
    this.#entries.delete(key);
  }

  #start(
    key: string,
    work: (signal: AbortSignal) => Promise<T>,
    keptMs: number,
  ): Entry<T> {
    if (this.#line.length >= this.#mostWaiting) {
      throw new ServiceUnavailableError(
        `${this.#running} charts are being drawn and ${
          this.#line.length
        } wait. Try again in a few seconds.`,
      );
    }
    const abort = new AbortController();
    const entry: Entry<T> = {
      abort,
      askers: 0,
      keptMs,
      result: this.#inLine(abort.signal, () => work(abort.signal)),
    };
    this.#entries.set(key, entry);
    entry.result.then(
      () => {
        entry.settledAt = this.#now().getTime();
      },
      () => this.#forget(key, entry),
    );
    return entry;
  }

  async #inLine(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#atOnce) {
      await new Promise<void>(resolve => this.#line.push(resolve));
    } else {
      this.#running += 1;
    }
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      const next = this.#line.shift();
      if (next) next(); // takes the place of this one
      else this.#running -= 1;
    }
  }

  #forget(key: string, entry: Entry<T>): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }

  #forgetOld(): void {
    const now = this.#now().getTime();
    for (const [key, { settledAt, keptMs }] of this.#entries) {
      if (settledAt !== undefined && settledAt + keptMs <= now) {
        this.#entries.delete(key);
      }
    }
  }
}

function rejected(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
}
