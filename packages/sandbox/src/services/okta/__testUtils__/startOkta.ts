import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServices, type Sandbox } from '../../../startServices';
import { createWorld } from '../../../world';
import { MailService } from '../../mail';
import { DEFAULT_OKTA, type OktaOptions } from '../OktaOptions';
import { OktaService } from '../OktaService';

type TestOptions = Partial<OktaOptions> & { mail?: boolean };

/** Okta alone on a free port, for tests of this folder. */
export class TestOkta {
  /** @param options.mail also starts the sandbox's mail, so that Okta's mails arrive */
  static async start(options: TestOptions = {}): Promise<TestOkta> {
    const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-okta-'));
    const okta = new TestOkta(dataDir, options);
    await okta.#open();
    return okta;
  }

  readonly #dataDir: string;
  readonly #options: TestOptions;
  #sandbox?: Sandbox;

  private constructor(dataDir: string, options: TestOptions) {
    this.#dataDir = dataDir;
    this.#options = options;
  }

  get url(): string {
    return this.#sandbox!.urls.okta;
  }

  /** Of the mails that Okta sent. */
  get inboxUrl(): string {
    return this.#sandbox!.urls.inbox;
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
      createServices: context => [
        new OktaService(context.kit, createWorld(), {
          ...DEFAULT_OKTA,
          ...this.#options,
        }),
        ...(this.#options.mail ? [new MailService(context)] : []),
      ],
    });
  }
}
