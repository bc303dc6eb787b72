import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was asked. */
export interface Asked {
  path: string;
  query: string;
  form: URLSearchParams;
  headers: IncomingHttpHeaders;
}

/** What is answered: series with labels and values, or a refusal. */
export type Reply =
  | { series: [Record<string, string>, number][]; warnings?: string[] }
  | { status: number; body: string };

/** Refuses a query as Prometheus does. */
export const refusal = (status: number, errorType: string, error: string) => ({
  status,
  body: JSON.stringify({ status: 'error', errorType, error }),
});

/** A server that answers queries as a test says, and keeps them. */
export class FakePrometheus {
  readonly asked: Asked[] = [];
  reply: (asked: Asked) => Reply = () => ({ series: [] });
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<FakePrometheus> {
    const server = createServer();
    const fake = new FakePrometheus(server);
    server.on('request', async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const form = new URLSearchParams(body);
      const { url: path = '', headers } = request;
      const asked = { path, query: form.get('query') ?? '', form, headers };
      fake.asked.push(asked);
      const reply = fake.reply(asked);
      const isRefusal = 'status' in reply;
      response.writeHead(isRefusal ? reply.status : 200, {
        'content-type': 'application/json',
      });
      response.end(isRefusal ? reply.body : FakePrometheus.#success(reply));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return fake;
  }

  static #success({ series, warnings }: Exclude<Reply, { status: number }>) {
    const result = series.map(([metric, value]) => ({
      metric,
      value: [0, String(value)],
    }));
    const data = { resultType: 'vector', result };
    return JSON.stringify({ status: 'success', data, warnings });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** Answers each part of a query, by its tag `reading number`, for the services that it names. */
export function answerParts(
  { query }: Asked,
  valueOf: (reading: string) => number | undefined,
  labels: readonly Record<string, string>[],
): [Record<string, string>, number][] {
  const tags = [...query.matchAll(/, "portico", "([^"]+)", "", ""\)/g)];
  return tags.flatMap(([, tag]) => {
    const value = valueOf(tag.split(' ')[0]);
    if (value === undefined) return [];
    return labels.map((it): [Record<string, string>, number] => [
      { ...it, portico: tag },
      value,
    ]);
  });
}
