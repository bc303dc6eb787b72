import { IdentitystoreClient } from '@aws-sdk/client-identitystore';
import {
  ListInstancesCommand,
  SSOAdminClient,
} from '@aws-sdk/client-sso-admin';
import { InputError } from '@backstage/errors';
import type { AwsIdentityConfig } from '../config/readAwsIdentity';
import { awsError } from './awsError';

/** How patient a client is, in milliseconds; for tests. */
export interface Patience {
  /** For one attempt; 15,000 if absent. */
  timeoutMs?: number;
  /** Between two looks at something that takes its time; 1,000 if absent. */
  pollMs?: number;
}

/** Ids of what the config points at. */
export interface Instance {
  InstanceArn: string;
  IdentityStoreId: string;
}

/**
 * AWS's own clients for as long as a step takes. They repeat what was throttled, failed with 5xx or got
 * no answer.
 */
export class AwsSession {
  readonly config: AwsIdentityConfig;
  readonly sso: SSOAdminClient;
  readonly identityStore: IdentitystoreClient;
  /** Second argument of each `send`. */
  readonly options: { abortSignal?: AbortSignal };
  #instance?: Promise<Instance>;

  constructor(
    config: AwsIdentityConfig,
    { timeoutMs = 15_000, signal }: Patience & { signal?: AbortSignal },
  ) {
    this.config = config;
    this.options = { abortSignal: signal };
    const { region, endpoint, credentials } = config;
    const client = {
      region,
      endpoint,
      credentials,
      maxAttempts: 5,
      requestHandler: {
        connectionTimeout: timeoutMs,
        requestTimeout: timeoutMs,
        throwOnRequestTimeout: true,
      },
    };
    this.sso = new SSOAdminClient(client);
    this.identityStore = new IdentitystoreClient(client);
  }

  /** Ends open connections. */
  close(): void {
    this.sso.destroy();
    this.identityStore.destroy();
  }

  /** The instance of the config, or the only one there is. @throws InputError if there is none or more than one */
  instance(): Promise<Instance> {
    this.#instance ??= this.ask('list Identity Center instances', async () => {
      const { Instances = [] } = await this.sso.send(
        new ListInstancesCommand({}),
        this.options,
      );
      const { instanceArn, region } = this.config;
      const found = Instances.filter(
        one => instanceArn === undefined || one.InstanceArn === instanceArn,
      );
      const [one] = found;
      if (found.length !== 1 || !one.InstanceArn || !one.IdentityStoreId) {
        throw new InputError(
          found.length === 0
            ? `There is no Identity Center instance ${
                instanceArn ?? ''
              } in ${region}: check awsIdentity.region and instanceArn.`
            : `There are ${found.length} Identity Center instances in ${region}: name one as awsIdentity.instanceArn.`,
        );
      }
      return {
        InstanceArn: one.InstanceArn,
        IdentityStoreId: one.IdentityStoreId,
      };
    });
    return this.#instance;
  }

  /** Turns failures into errors of `@backstage/errors`; a cancelled step ends with its own reason. */
  async ask<T>(what: string, work: () => Promise<T>): Promise<T> {
    try {
      this.options.abortSignal?.throwIfAborted();
      return await work();
    } catch (error) {
      this.options.abortSignal?.throwIfAborted();
      throw error instanceof InputError ? error : awsError(error, what);
    }
  }
}
