import { once } from 'node:events';
import { createServer, request as send } from 'node:http';

/** Passes requests on to a server and keeps them, so that the same can be sent again; with `answers`, those too. */
export class RecordingProxy {
  #server;
  #asked = [];
  #underWay = 0;
  #mostAtOnce = 0;

  static async start(upstream, { answers = false } = {}) {
    const proxy = new RecordingProxy();
    proxy.#server = createServer(async (request, response) => {
      const { method, url, headers } = request;
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      const asked = { method, url, type: headers['content-type'], body };
      proxy.#asked.push(asked);
      proxy.#underWay += 1;
      proxy.#mostAtOnce = Math.max(proxy.#mostAtOnce, proxy.#underWay);
      const { host: _, ...rest } = headers;
      const passed = send(`${upstream}${url}`, { method, headers: rest });
      passed.on('response', answer => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
        const received = [];
        if (answers) answer.on('data', chunk => received.push(chunk));
        answer.on('end', () => {
          proxy.#underWay -= 1;
          if (answers) asked.answer = Buffer.concat(received);
        });
      });
      passed.on('error', error => response.destroy(error));
      passed.end(body);
    });
    proxy.#server.keepAliveTimeout = 600_000;
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** What was asked since the last time, and how many at once. */
  take() {
    const taken = { asked: this.#asked, mostAtOnce: this.#mostAtOnce };
    this.#asked = [];
    this.#mostAtOnce = 0;
    return taken;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
