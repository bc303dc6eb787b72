import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers what the test says: by the beginning of the path, with a body or a status. */
export class Upstream {
  readonly asked: string[] = [];
  answers: Record<string, object | number> = {};
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const path = request.url ?? '';
      this.asked.push(path);
      const [, answer = 404] =
        Object.entries(this.answers).find(([start]) =>
          path.startsWith(start),
        ) ?? [];
      const status = typeof answer === 'number' ? answer : 200;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(status === 200 ? answer : { message: 'no' }));
    });
  }

  async start(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', () => resolve());
    });
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}
