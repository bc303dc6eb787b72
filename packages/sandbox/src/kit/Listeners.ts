import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PORTS, type ServiceName } from './ports';

/** The HTTP ports of the sandbox on 127.0.0.1, one server a service. */
export class Listeners {
  readonly #mode: 'fixed' | 'free';
  readonly #servers = new Map<ServiceName, Server>();

  /** @param mode `fixed` takes the documented ports, `free` any that the system gives */
  constructor(mode: 'fixed' | 'free') {
    this.#mode = mode;
  }

  /**
   * The URL of each service, known before any of them is built. Free ports are held from here on, so that
   * they stay true; the SMTP port is 0 then, and its service writes down the one it got.
   */
  async reserve(): Promise<Record<ServiceName, string>> {
    const urls = {} as Record<ServiceName, string>;
    for (const name of Object.keys(PORTS) as ServiceName[]) {
      if (name === 'smtp') {
        urls.smtp = `smtp://127.0.0.1:${
          this.#mode === 'fixed' ? PORTS.smtp : 0
        }`;
        continue;
      }
      const server = createServer();
      server.keepAliveTimeout = 65_000;
      this.#servers.set(name, server);
      let port: number = PORTS[name];
      if (this.#mode === 'free') {
        await listen(server, name, 0);
        port = (server.address() as AddressInfo).port;
      }
      urls[name] = `http://127.0.0.1:${port}`;
    }
    return urls;
  }

  /**
   * Answers requests to a service.
   *
   * @throws Error that names service and port if the port is taken
   */
  async open(name: ServiceName, listener: RequestListener): Promise<void> {
    const server = this.#servers.get(name);
    if (!server) throw new Error(`The sandbox's ${name} does not speak HTTP`);
    server.on('request', listener);
    if (!server.listening) await listen(server, name, PORTS[name]);
  }

  isListening(name: ServiceName): boolean {
    return this.#servers.get(name)?.listening ?? false;
  }

  /** Lets go of ports that were reserved for services that do not run. */
  async closeExcept(names: ServiceName[]): Promise<void> {
    await this.#close(name => !names.includes(name));
  }

  /** Cuts the open connections of all but one service, also those that wait or stream. */
  disconnectExcept(kept: ServiceName): void {
    for (const [name, server] of this.#servers) {
      if (name !== kept) server.closeAllConnections();
    }
  }

  async close(): Promise<void> {
    await this.#close(() => true);
  }

  async #close(which: (name: ServiceName) => boolean) {
    await Promise.all(
      [...this.#servers]
        .filter(([name, server]) => which(name) && server.listening)
        .map(([, server]) => {
          server.closeAllConnections();
          return new Promise<void>(resolve => server.close(() => resolve()));
        }),
    );
  }
}

function listen(server: Server, name: ServiceName, port: number) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(portError(error, name, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** Turns "address in use" into a line that says which service needs the port and how to find who has it. */
export function portError(
  error: NodeJS.ErrnoException,
  name: ServiceName,
  port: number,
): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new Error(
    `Port ${port}, which the sandbox's ${name} needs, is taken. Stop what listens there (lsof -i :${port}) and start again.`,
  );
}
