/** Requests of which only so many run at once; the others wait their turn, or are taken back. */
export class RequestQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param most how many run at once */
  constructor(private readonly most: number) {}

  /** Runs `request` in its turn. Rejects with the signal's reason once it is aborted, without running if it has not begun. */
  async run<T>(signal: AbortSignal, request: () => Promise<T>): Promise<T> {
    await this.turn(signal);
    try {
      signal.throwIfAborted();
      return await request();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const start = () => {
        this.running += 1;
        resolve();
      };
      if (this.running < this.most) {
        start();
        return;
      }
      this.waiting.push(start);
      signal.addEventListener(
        'abort',
        () => {
          const place = this.waiting.indexOf(start);
          if (place >= 0) this.waiting.splice(place, 1);
          reject(signal.reason);
        },
        { once: true },
      );
    });
  }
}
