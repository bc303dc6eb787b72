import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '@backstage/types';
import { GrafanaClient } from '@portico/plugin-grafana-node';

/** What the fake answers: a status, and a body that is JSON unless it is bytes. */
export interface FakeAnswer {
  status?: number;
  body?: unknown;
  /** Answered only when that is over. */
  until?: Promise<void>;
}

/** A server that answers what a test says, and a client of it. Tells what it was asked. */
export async function startFakeGrafana() {
  const asked: { path: string; body: JsonObject; gone: Promise<void> }[] = [];
  let answer: (path: string, body: JsonObject) => FakeAnswer = () => ({
    status: 404,
    body: { message: 'nothing set up' },
  });
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const path = request.url ?? '';
    const body: JsonObject = text ? JSON.parse(text) : {};
    const gone = new Promise<void>(resolve => response.on('close', resolve));
    asked.push({ path, body, gone });
    const { status = 200, body: reply, until } = answer(path, body);
    await until;
    const isBytes = Buffer.isBuffer(reply);
    response.writeHead(status, {
      'content-type': isBytes ? 'image/png' : 'application/json',
    });
    response.end(isBytes ? reply : JSON.stringify(reply));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    asked,
    client: new GrafanaClient({
      name: 'mini-org',
      url,
      externalUrl: 'https://grafana.example',
      token: 'glsa_s3cr3t-s3cr3t',
      alertmanager: 'grafana',
    }),
    /** From now on. */
    answers(next: typeof answer) {
      answer = next;
    },
    /** Frames by refId. */
    answersFrames(frames: Record<string, JsonObject[]>) {
      answer = () => ({
        body: {
          results: Object.fromEntries(
            Object.entries(frames).map(([refId, own]) => [
              refId,
              { status: 200, frames: own },
            ]),
          ),
        },
      });
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type FakeGrafana = Awaited<ReturnType<typeof startFakeGrafana>>;
