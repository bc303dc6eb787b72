import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
  type JWK,
  type JWTPayload,
} from 'jose';
import type { Collection, Store } from '../../../kit';

/** The RS256 key that signs tokens. It is kept, so that tokens outlive a restart. */
export class SigningKeys {
  readonly #keys: Collection<JWK>;
  #making?: Promise<JWK>;

  constructor(store: Store) {
    this.#keys = store.collection<JWK>('okta', 'keys');
  }

  /** The public part, as the `keys` endpoint gives it. */
  async jwks(): Promise<{ keys: JWK[] }> {
    const { kty, kid, n, e } = await this.#current();
    return { keys: [{ kty, alg: 'RS256', kid, use: 'sig', e, n }] };
  }

  async sign(payload: JWTPayload): Promise<string> {
    const jwk = await this.#current();
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', kid: jwk.kid })
      .sign(await importJWK(jwk, 'RS256'));
  }

  /** The payload of a token that this key signed and that has not expired, else `undefined`. */
  async verify(token: string, issuer: string): Promise<JWTPayload | undefined> {
    const { keys } = await this.jwks();
    try {
      const key = await importJWK(keys[0], 'RS256');
      return (await jwtVerify(token, key, { issuer })).payload;
    } catch {
      return undefined; // whatever is wrong with it, it is not a valid token
    }
  }

  async #current(): Promise<JWK> {
    const key = this.#keys.get('current');
    if (key) return key;
    this.#making ??= this.#make().finally(() => {
      this.#making = undefined;
    });
    return this.#making;
  }

  async #make(): Promise<JWK> {
    const { privateKey } = await generateKeyPair('RS256', {
      extractable: true,
    });
    const jwk = await exportJWK(privateKey);
    jwk.kid = await calculateJwkThumbprint(jwk);
    return this.#keys.put('current', jwk);
  }
}
