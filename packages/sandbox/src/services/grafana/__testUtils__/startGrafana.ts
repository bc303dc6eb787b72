import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox } from '../../../createSandbox';
import { TOKEN } from '../authentication';

interface Options {
  method?: string;
  body?: unknown;
  /** That of the service account if absent; none if empty. */
  token?: string;
}

/** A sandbox with Grafana and what it reads, that can be started again on the same state. */
export async function startGrafana() {
  const dataDir = await mkdtemp(join(tmpdir(), 'grafana-'));
  const start = () =>
    createSandbox({
      dataDir,
      ports: 'free',
      pace: 0.02,
      only: ['grafana', 'prometheus', 'control'],
    });
  let sandbox = await start();

  const fetchFrom = (path: string, options: Options = {}) => {
    const { method = 'GET', body, token = TOKEN } = options;
    return fetch(`${sandbox.urls.grafana}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  };

  return {
    urls: () => sandbox.urls,
    fetch: fetchFrom,
    /** Asks for JSON. */
    async ask(path: string, options?: Options) {
      const response = await fetchFrom(path, options);
      const text = await response.text();
      return {
        status: response.status,
        body: text ? JSON.parse(text) : undefined,
      };
    },
    async restart() {
      await sandbox.stop();
      sandbox = await start();
    },
    async stop() {
      await sandbox.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type TestGrafana = Awaited<ReturnType<typeof startGrafana>>;
