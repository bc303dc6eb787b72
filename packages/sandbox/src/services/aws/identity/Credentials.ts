import { randomBytes } from 'node:crypto';
import type { Clock, Collection, Store } from '../../../kit';
import {
  ACCOUNT_ID,
  type AwsCredential,
  type AwsIdentity,
} from './AwsIdentity';

/** The access key of the user `portico`. */
export const ROOT_CREDENTIAL: AwsCredential = {
  accessKeyId: 'AKIASANDBOX',
  secretAccessKey: 'sandbox-secret',
  identity: {
    arn: `arn:aws:iam::${ACCOUNT_ID}:user/portico`,
    userId: 'AIDASANDBOXPORTICO000',
    accountId: ACCOUNT_ID,
  },
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The access keys that the account knows: one for good, and the temporary ones that it handed out. */
export class Credentials {
  readonly #temporary: Collection<AwsCredential>;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#temporary = store.collection<AwsCredential>('aws', 'credentials');
    this.#clock = clock;
  }

  find(accessKeyId: string): AwsCredential | undefined {
    return accessKeyId === ROOT_CREDENTIAL.accessKeyId
      ? ROOT_CREDENTIAL
      : this.#temporary.get(accessKeyId);
  }

  isExpired({ expiresAt = Infinity }: AwsCredential): boolean {
    return expiresAt <= this.#clock.now().getTime();
  }

  createTemporary(
    identity: AwsIdentity,
    durationSeconds: number,
  ): Required<AwsCredential> {
    for (const credential of this.#temporary.list()) {
      if (this.isExpired(credential)) {
        this.#temporary.delete(credential.accessKeyId);
      }
    }
    const credential = {
      accessKeyId: `ASIA${[...randomBytes(16)]
        .map(byte => ALPHABET[byte % ALPHABET.length])
        .join('')}`,
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: randomBytes(240).toString('base64'),
      expiresAt: this.#clock.now().getTime() + durationSeconds * 1000,
      identity,
    };
    this.#temporary.put(credential.accessKeyId, credential);
    return credential;
  }
}
