import { CostExplorerClient } from '@aws-sdk/client-cost-explorer';
import { IdentitystoreClient } from '@aws-sdk/client-identitystore';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServices, type Sandbox } from '../../../startServices';
import { createWorld } from '../../../world';
import { OktaService } from '../../okta';
import { AwsService } from '../AwsService';
import type { ScimOptions } from '../scim';

/** How it runs. */
export interface Options {
  /** Real seconds for each simulated one. */
  pace?: number;
  /** With Okta beside it. */
  okta?: boolean;
  scim?: ScimOptions;
}

/** AWS on a free port, and AWS's own clients. */
export class TestAws {
  static async start(options: Options = {}): Promise<TestAws> {
    const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-aws-'));
    const aws = new TestAws(dataDir);
    await aws.#open(options);
    return aws;
  }

  readonly #dataDir: string;
  readonly #clients: { destroy(): void }[] = [];
  #sandbox?: Sandbox;

  private constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  get urls() {
    return this.#sandbox!.urls;
  }

  get service(): AwsService {
    return this.#sandbox!.services.find(one => one instanceof AwsService)!;
  }

  identityStore(rest: object = {}) {
    return this.#client(new IdentitystoreClient(this.#config(rest)));
  }

  ssoAdmin(rest: object = {}) {
    return this.#client(new SSOAdminClient(this.#config(rest)));
  }

  costExplorer() {
    return this.#client(new CostExplorerClient(this.#config({})));
  }

  s3(rest: object = {}) {
    return this.#client(
      new S3Client(this.#config({ forcePathStyle: true, ...rest })),
    );
  }

  organizations() {
    return this.#client(new OrganizationsClient(this.#config({})));
  }

  /** As when the process ends and begins again. */
  async restart(options: Options = {}): Promise<void> {
    await this.#sandbox!.stop();
    await this.#open(options);
  }

  async reset(): Promise<void> {
    await this.#sandbox!.reset();
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) client.destroy();
    await this.#sandbox!.stop();
    await rm(this.#dataDir, { recursive: true });
  }

  #client<T extends { destroy(): void }>(client: T): T {
    this.#clients.push(client);
    return client;
  }

  #config(rest: object) {
    return {
      endpoint: this.urls.aws,
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: {
        accessKeyId: 'AKIASANDBOX',
        secretAccessKey: 'sandbox-secret',
      },
      ...rest,
    };
  }

  async #open({ pace = 0.02, okta: hasOkta = false, scim }: Options) {
    const world = createWorld();
    this.#sandbox = await startServices({
      dataDir: this.#dataDir,
      ports: 'free',
      pace,
      createServices({ kit }) {
        const okta = new OktaService(kit, world);
        const { provisioning } = okta;
        const aws = new AwsService({ kit, world, okta: provisioning, scim });
        return hasOkta ? [okta, aws] : [aws];
      },
    });
  }
}

/** What `read` gives, once it gives something; fails after a minute. */
export async function eventually<T>(
  read: () => Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const value = await read();
    if (value) return value;
    if (Date.now() > end) throw new Error('It did not happen within a minute');
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
