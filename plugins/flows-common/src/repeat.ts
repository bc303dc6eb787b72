/** When a failed piece of work is done again, and how long that may go on. */
export interface Repetition {
  /** Whether doing it again may help, and does no harm. */
  isWorthwhile: (error: Error) => boolean;
  /** How long the other side asked to wait (`Retry-After`), in ms. */
  askedMs?: (error: Error) => number | undefined;
  /** Told before each pause. */
  onRepeat?: (error: Error, delayMs: number) => void;
  /** Ends the pauses; its reason is thrown. */
  signal?: AbortSignal;
  /** First pause, doubled with each further one; 1,000 if absent. */
  firstDelayMs?: number;
  /** Repetitions after the first attempt; 5 if absent. */
  retries?: number;
  /** No repetition begins after so long: whoever waits learns the reason; 60,000 if absent. */
  budgetMs?: number;
}

/** A server that asks for more is not waited for. */
const LONGEST_PAUSE_MS = 30_000;

/** Does work until it succeeds, cannot be helped, or has taken too long; then throws what the last try threw. */
export async function repeat<T>(
  work: () => Promise<T>,
  repetition: Repetition,
): Promise<T> {
  const {
    isWorthwhile,
    askedMs,
    onRepeat,
    signal,
    firstDelayMs = 1_000,
    retries = 5,
    budgetMs = 60_000,
  } = repetition;
  const start = Date.now();
  for (let attempt = 0; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof Error) || !isWorthwhile(error)) throw error;
      const delayMs = Math.min(
        askedMs?.(error) ?? firstDelayMs * 2 ** attempt,
        LONGEST_PAUSE_MS,
      );
      const isLate = Date.now() + delayMs - start > budgetMs;
      if (attempt === retries || isLate) throw error;
      onRepeat?.(error, delayMs);
      await pause(delayMs, signal);
    }
  }
}

async function pause(delayMs: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>(resolve => {
    const timer = setTimeout(done, delayMs);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done, { once: true });
  });
  signal?.throwIfAborted();
}
