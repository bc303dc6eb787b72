import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  readAwsIdentity,
  type AwsIdentityConfig,
} from '../config/readAwsIdentity';
import type { Patience } from './AwsSession';
import { IdentityCenter } from './IdentityCenter';

/** The configured Identity Center, with a client for as long as a step takes. */
export class AwsIdentity {
  static fromConfig(config: Config): AwsIdentity {
    return new AwsIdentity(readAwsIdentity(config));
  }

  readonly #config?: AwsIdentityConfig;
  readonly #patience: Patience;

  constructor(config?: AwsIdentityConfig, patience: Patience = {}) {
    this.#config = config;
    this.#patience = patience;
  }

  get isConfigured(): boolean {
    return this.#config !== undefined;
  }

  /**
   * Runs `work` with a client, and ends its connections after it.
   *
   * @throws InputError if nothing is configured
   */
  async use<T>(
    signal: AbortSignal | undefined,
    work: (center: IdentityCenter) => Promise<T>,
  ): Promise<T> {
    if (!this.#config) {
      throw new InputError(
        'No AWS Identity Center is configured. Add awsIdentity with region and accounts to app-config.yaml.',
      );
    }
    const center = new IdentityCenter(this.#config, {
      ...this.#patience,
      signal,
    });
    try {
      return await work(center);
    } finally {
      center.close();
    }
  }
}
