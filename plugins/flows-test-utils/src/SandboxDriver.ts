/** What a test needs of a started sandbox. */
export interface StartedSandbox {
  urls: Record<string, string>;
  stop(): Promise<void>;
}

/** One write that a service of the sandbox was asked for. */
interface LoggedRequest {
  id: number;
  method: string;
  path: string;
  status: number;
}

/** Starts services of the sandbox for a suite of tests, ends them after it, and disturbs them. */
export class SandboxDriver {
  #sandbox?: StartedSandbox;

  /** Call it in the body of `describe`. */
  constructor(start: () => Promise<StartedSandbox>) {
    // A busy machine is slow, and no test here waits for the clock.
    jest.setTimeout(240_000);
    beforeAll(async () => {
      this.#sandbox = await start();
    }, 240_000);
    afterAll(() => this.#sandbox?.stop());
    afterEach(async () => {
      if (this.#sandbox) {
        await fetch(`${this.url('control')}/faults`, { method: 'DELETE' });
      }
    });
  }

  url(service: string): string {
    if (!this.#sandbox) throw new Error('The sandbox has not started.');
    return this.#sandbox.urls[service];
  }

  /** See `POST /faults` of the sandbox's control service. */
  async addFault(fault: {
    service: string;
    kind: 'status' | 'reset' | 'hang' | 'latency';
    method?: string;
    path?: string;
    value?: number;
    times?: number;
    after?: boolean;
  }): Promise<void> {
    const response = await fetch(`${this.url('control')}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    });
    if (!response.ok) throw new Error(await response.text());
  }

  /** Runs `work` and says which requests other than GET a service got meanwhile, e.g. `PUT /api/v1/groups/…`. */
  async writesDuring(
    service: string,
    work: () => Promise<unknown>,
  ): Promise<string[]> {
    const before = await this.#requests(service);
    const last = Math.max(0, ...before.map(({ id }) => id));
    await work();
    return (await this.#requests(service))
      .filter(({ id, method }) => id > last && method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`);
  }

  /** What a service holds, as its inventory says. */
  async inventory(service: string): Promise<Record<string, string[]>> {
    const response = await fetch(`${this.url('control')}/objects`);
    const all = (await response.json()) as Record<
      string,
      Record<string, string[]>
    >;
    return all[service];
  }

  async #requests(service: string): Promise<LoggedRequest[]> {
    const response = await fetch(
      `${this.url('control')}/requests?service=${service}`,
      { headers: { accept: 'application/json' } },
    );
    return (await response.json()) as LoggedRequest[];
  }
}
