import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
} from 'node:crypto';
import { InputError } from '@backstage/errors';

const ALGORITHM = 'aes-256-gcm';
const PREFIX = 'v1';

interface Key {
  /** First characters of the key's hash: tells which key sealed. */
  id: string;
  bytes: Buffer;
}

/**
 * Seals text with AES-256-GCM (NIST SP 800-38D; 96-bit random nonce, 128-bit tag). A sealed text reads
 * `v1:<key id>:<nonce>:<tag>:<ciphertext>`, each part in base64url.
 */
export class SecretBox {
  readonly #keys: Key[];

  /**
   * @param secrets keys of 32 bytes in base64; the first seals, all open
   * @throws InputError if there is none or one has another length
   */
  constructor(secrets: string[]) {
    if (secrets.length === 0) throw new InputError('A key is needed to seal.');
    this.#keys = secrets.map(secret => {
      const bytes = Buffer.from(secret, 'base64');
      if (bytes.length !== 32) {
        throw new InputError(
          `A key in flows.encryption.keys has ${bytes.length} bytes instead of 32. Make one with: openssl rand -base64 32`,
        );
      }
      const hash = createHash('sha256').update(bytes).digest('base64url');
      return { id: hash.slice(0, 8), bytes };
    });
  }

  seal(text: string): string {
    const [key] = this.#keys;
    const nonce = randomBytes(12);
    const cipher = createCipheriv(ALGORITHM, key.bytes, nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return [
      PREFIX,
      key.id,
      ...[nonce, cipher.getAuthTag(), sealed].map(part =>
        part.toString('base64url'),
      ),
    ].join(':');
  }

  /** @throws Error if the key is unknown or the text was changed */
  open(sealed: string): string {
    const [prefix, keyId, ...parts] = sealed.split(':');
    const key = this.#keys.find(({ id }) => id === keyId);
    if (prefix !== PREFIX || !key || parts.length !== 3) {
      throw new Error(
        `Cannot open a sealed secret: the key '${keyId}' is not among flows.encryption.keys. Put the key that sealed it back behind the new one.`,
      );
    }
    const [nonce, tag, content] = parts.map(part =>
      Buffer.from(part, 'base64url'),
    );
    const decipher = createDecipheriv(ALGORITHM, key.bytes, nonce, {
      authTagLength: 16,
    });
    decipher.setAuthTag(tag);
    return decipher.update(content, undefined, 'utf8') + decipher.final('utf8');
  }
}
