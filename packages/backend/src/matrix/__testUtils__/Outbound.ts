import { createServer, type Server } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';

/** How long a step may go on after it has reached something, in milliseconds. */
const PATIENCE_MS = 1_000;

interface Destination {
  port?: number;
  path?: string;
}

/**
 * Leads every connection but those to the portal itself to a server that has nothing, and remembers what
 * was tried. The answer is 404, which no client tries again.
 */
export class Outbound {
  static async start(portalUrl: string): Promise<Outbound> {
    const nothing = createServer((_request, response) => {
      response.writeHead(404, {
        'content-type': 'application/json',
        connection: 'close',
      });
      response.end('{"message":"Not Found"}');
    });
    await new Promise<void>(resolve =>
      nothing.listen(0, '127.0.0.1', () => resolve()),
    );
    return new Outbound(Number(new URL(portalUrl).port), nothing);
  }

  readonly #nothing: Server;
  readonly #restore: () => void;
  #tried: string[] = [];
  #reached = () => {};

  private constructor(portal: number, nothing: Server) {
    this.#nothing = nothing;
    const { port } = nothing.address() as AddressInfo;
    const connect = Socket.prototype.connect;
    const spy = jest.spyOn(Socket.prototype, 'connect');
    const note = (destination: Destination) => {
      this.#tried.push(String(destination.port ?? destination.path));
      this.#reached();
    };
    spy.mockImplementation(function redirect(this: Socket, ...args: unknown[]) {
      const [first, ...rest] = args;
      const destination = destinationOf(first);
      if (Number(destination.port) === portal) {
        return Reflect.apply(connect, this, args);
      }
      note(destination);
      const instead = { host: '127.0.0.1', port };
      const callback = Array.isArray(first) ? [first[1]] : rest;
      const listener = callback.find(item => typeof item === 'function');
      return Reflect.apply(connect, this, [instead, listener]);
    });
    this.#restore = () => spy.mockRestore();
  }

  /** Runs `work` to its end, or a little beyond what it first reached. Says how it ended and what it tried. */
  async during(
    work: (signal: AbortSignal) => Promise<unknown>,
  ): Promise<{ error?: Error; tried: string[] }> {
    this.#tried = [];
    const stop = new AbortController();
    const outside = new Promise<undefined>(resolve => {
      this.#reached = () => {
        setTimeout(resolve, PATIENCE_MS);
      };
    });
    const error = await Promise.race([
      outside,
      work(stop.signal).then(
        () => undefined,
        e => e as Error,
      ),
    ]);
    stop.abort();
    return { error, tried: this.#tried };
  }

  /** Lets connections through again. */
  end(): void {
    this.#restore();
    this.#nothing.close();
  }
}

/** Arguments of `connect` are a port, options, or within Node an array with the options in front. */
function destinationOf(first: unknown): Destination {
  const target = Array.isArray(first) ? first[0] : first;
  if (typeof target === 'object' && target !== null) return target;
  return { port: Number(target) };
}
