import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServices, type Sandbox } from '../../../startServices';
import { createWorld } from '../../../world';
import { OktaService } from '../OktaService';

/** Okta alone on a free port, for tests of this folder. */
export class TestOkta {
  static async start(): Promise<TestOkta> {
    const okta = new TestOkta(await mkdtemp(join(tmpdir(), 'sandbox-okta-')));
    await okta.#open();
    return okta;
  }

  readonly #dataDir: string;
  #sandbox?: Sandbox;

  private constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  get url(): string {
    return this.#sandbox!.urls.okta;
  }

  /** As when the process ends and begins again; the port changes. */
  async restart(): Promise<void> {
    await this.#sandbox!.stop();
    await this.#open();
  }

  async stop(): Promise<void> {
    await this.#sandbox!.stop();
    await rm(this.#dataDir, { recursive: true });
  }

  async #open() {
    this.#sandbox = await startServices({
      dataDir: this.#dataDir,
      ports: 'free',
      createServices: ({ kit }) => [new OktaService(kit, createWorld())],
    });
  }
}
