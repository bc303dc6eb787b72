import { Socket } from 'node:net';

/** Refuses every connection but those to the portal itself, and remembers what was tried. */
export class Outbound {
  readonly #portal: string;
  readonly #waiting = new Set<() => void>();
  readonly #restore: () => void;
  #tried: string[] = [];

  /** @param portalUrl of the server under test */
  constructor(portalUrl: string) {
    this.#portal = new URL(portalUrl).port;
    const connect = Socket.prototype.connect;
    const spy = jest.spyOn(Socket.prototype, 'connect');
    const refuse = (port: string) => this.#refuse(port);
    spy.mockImplementation(function intercept(
      this: Socket,
      ...args: unknown[]
    ) {
      const port = portOf(args);
      if (refuse(port)) {
        process.nextTick(() =>
          this.destroy(new Error(`connect ECONNREFUSED :${port}`)),
        );
        return this;
      }
      return Reflect.apply(connect, this, args);
    });
    this.#restore = () => spy.mockRestore();
  }

  /** Runs `work` until it ends or tries to reach something. Says how it ended, and what it tried to reach. */
  async during(
    work: () => Promise<unknown>,
  ): Promise<{ error?: Error; tried: string[] }> {
    this.#tried = [];
    let reached = () => {};
    const outside = new Promise<undefined>(resolve => {
      reached = () => resolve(undefined);
      this.#waiting.add(reached);
    });
    const error = await Promise.race([
      outside,
      work().then(
        () => undefined,
        e => e as Error,
      ),
    ]);
    this.#waiting.delete(reached);
    return { error, tried: this.#tried };
  }

  /** Lets connections through again. */
  end(): void {
    this.#restore();
  }

  #refuse(port: string): boolean {
    if (port === this.#portal) return false;
    this.#tried.push(port);
    this.#waiting.forEach(reached => reached());
    return true;
  }
}

/** Arguments of `connect` are a port, options, or within Node an array with the options in front. */
function portOf([first]: unknown[]): string {
  const target = Array.isArray(first) ? first[0] : first;
  if (typeof target !== 'object' || target === null) return String(target);
  const { port, path } = target as { port?: number; path?: string };
  return String(port ?? path);
}
