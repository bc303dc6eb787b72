import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT, Service } from './Service.mjs';
import { signIn } from './signIn.mjs';

const AUTOMATION = 'portico-sandbox-automation';
const ENDED = ['completed', 'failed', 'cancelled'];

/** A portal against the sandbox; several may share a PostgreSQL through `env`. */
export class Portal extends Service {
  #tokens = new Map();
  #counts = '';
  #countedAt = 0;

  /** `port`: sign-in works on 7007 alone, its tokens on all. `configs`: further config files. */
  constructor({ folder, port = 7007, env = {}, configs = [] }) {
    const dataDir = join(folder, `portal-${port}`);
    super({
      what: `The portal on ${port}`,
      args: [
        'packages/backend/src/index.ts',
        ...['app-config.yaml', 'app-config.sandbox.yaml', ...configs].flatMap(
          file => ['--config', file],
        ),
      ],
      env: {
        PORTICO_ROOT: ROOT,
        PORTICO_DATA_DIR: dataDir,
        NODE_OPTIONS: '--no-node-snapshot',
        APP_CONFIG_backend_listen_port: String(port),
        // A year of bills is tried elsewhere.
        APP_CONFIG_cost_backfillMonths: '1',
        ...env,
      },
      log: join(folder, `portal-${port}.log`),
      seconds: 600,
      // Backstage's readiness does not wait for the catalog to be read in.
      isReady: () => this.#isReadIn(),
    });
    this.url = `http://localhost:${port}`;
    this.dataDir = dataDir;
  }

  /** Whether there are people, components and templates, and no more have come for two seconds. */
  async #isReadIn() {
    const counts = [];
    for (const kind of ['user', 'group', 'component', 'template']) {
      counts.push(await this.#count(`kind=${kind}`));
    }
    const [users, , components, templates] = counts;
    if (counts.join() !== this.#counts) {
      this.#counts = counts.join();
      this.#countedAt = Date.now();
    }
    return (
      users > 0 &&
      components > 1 &&
      templates > 0 &&
      Date.now() - this.#countedAt > 2000
    );
  }

  async #count(filter) {
    const answer = await this.ask(
      `/api/catalog/entities/by-query?filter=${filter}&limit=1&fields=kind`,
    );
    return answer.totalItems;
  }

  /** Token of one of the sandbox's people, e.g. `engineer@mini-org.example`. */
  async tokenOf(login) {
    if (!this.#tokens.has(login)) {
      this.#tokens.set(login, await signIn('http://localhost:7007', login));
    }
    return this.#tokens.get(login);
  }

  /** Asks the portal's API; without `as`, as automation. Throws what it answers when it refuses. */
  async ask(path, { as, method = 'GET', body } = {}) {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${as ? await this.tokenOf(as) : AUTOMATION}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    const text = await response.text();
    if (!response.ok) {
      const error = new Error(
        `${method} ${path}: ${response.status} ${text.slice(0, 1000)}`,
      );
      error.status = response.status;
      throw error;
    }
    return text ? JSON.parse(text) : undefined;
  }

  /** Starts a template; returns the task's id. */
  async run(template, values, as) {
    const { id } = await this.ask('/api/scaffolder/v2/tasks', {
      as,
      method: 'POST',
      body: { templateRef: `template:default/${template}`, values },
    });
    return id;
  }

  task(id) {
    return this.ask(`/api/scaffolder/v2/tasks/${id}`);
  }

  ledger(id) {
    return this.ask(`/api/scaffolder/portico/tasks/${id}/ledger`);
  }

  events(id) {
    return this.ask(`/api/scaffolder/v2/tasks/${id}/events`);
  }

  cancel(id, as) {
    return this.ask(`/api/scaffolder/v2/tasks/${id}/cancel`, {
      as,
      method: 'POST',
    });
  }

  /** Waits until `condition` returns something; asked every 200 ms, since the portal may be down meanwhile. */
  async until(what, condition, seconds = 300) {
    const deadline = Date.now() + seconds * 1000;
    let last;
    const look = async () => {
      try {
        return await condition();
      } catch (error) {
        last = error;
        return undefined;
      }
    };
    while (Date.now() < deadline) {
      const found = await look();
      if (found) return found;
      await sleep(200);
    }
    throw new Error(
      `${what} did not come about within ${seconds} s${
        last ? `: ${last.message}` : ''
      }`,
    );
  }

  /** The task once it has ended, and, where it did not end well, its clean-up too. */
  async ended(id, seconds = 600) {
    return this.until(
      `The end of task ${id}`,
      async () => {
        const task = await this.task(id);
        if (!ENDED.includes(task.status)) return undefined;
        if (task.status === 'completed') return task;
        const { rows, cleanup } = await this.ledger(id);
        const made = rows.some(({ remover }) => remover);
        const clean = ['done', 'incomplete'].includes(cleanup?.state);
        return (clean || !made) && task;
      },
      seconds,
    );
  }

  /** The state of each step as the task's events tell it, e.g. `{ 'create-repo': 'completed' }`. */
  async steps(id) {
    const states = {};
    for (const { body } of await this.events(id)) {
      if (body.stepId && body.status) states[body.stepId] = body.status;
    }
    return states;
  }
}
