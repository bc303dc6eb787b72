import { createHash, randomBytes } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { Clock, Collection, Store } from '../../../kit';
import { createId, type GroupDirectory, type OktaUser } from '../directory';
import type { AuthorizationServer } from './AuthorizationServer';
import { claimsOf } from './claims';
import type { Grant } from './Grants';
import type { OidcClient } from './OidcClient';
import type { SigningKeys } from './SigningKeys';

const LIFETIME_SECONDS = 3600;

/** Makes and checks access and ID tokens, in Okta's form. */
export class TokenIssuer {
  readonly #keys: SigningKeys;
  readonly #groups: GroupDirectory;
  readonly #clock: Clock;
  readonly #client: OidcClient;
  /** Ids of access tokens that were revoked, with their expiry in seconds. */
  readonly #revoked: Collection<number>;

  constructor(options: {
    keys: SigningKeys;
    groups: GroupDirectory;
    clock: Clock;
    client: OidcClient;
    store: Store;
  }) {
    this.#keys = options.keys;
    this.#groups = options.groups;
    this.#clock = options.clock;
    this.#client = options.client;
    this.#revoked = options.store.collection<number>('okta', 'revoked');
  }

  /** The token endpoint's answer, without a refresh token. */
  async issue(server: AuthorizationServer, user: OktaUser, grant: Grant) {
    const { scopes, nonce, authTime } = grant;
    const now = this.#now();
    const common = {
      ver: 1,
      iss: server.issuer,
      iat: now,
      exp: now + LIFETIME_SECONDS,
    };
    const accessToken = await this.#keys.sign({
      ...common,
      jti: `AT.${randomBytes(24).toString('base64url')}`,
      aud: server.audience,
      cid: this.#client.id,
      uid: user.id,
      scp: scopes,
      auth_time: authTime,
      sub: user.profile.login,
    });
    const idToken =
      scopes.includes('openid') &&
      (await this.#keys.sign({
        ...common,
        ...claimsOf(user, this.#groups.ofUser(user), scopes),
        jti: `ID.${randomBytes(24).toString('base64url')}`,
        sub: user.id,
        aud: this.#client.id,
        amr: ['pwd'],
        idp: createId('00o', 'mini-org'),
        auth_time: authTime,
        nonce,
        at_hash: leftHalfHash(accessToken),
      }));
    return {
      token_type: 'Bearer',
      expires_in: LIFETIME_SECONDS,
      access_token: accessToken,
      scope: scopes.join(' '),
      ...(idToken && { id_token: idToken }),
    };
  }

  /** The claims of an access token that still holds, else `undefined`. */
  async verifyAccessToken(
    server: AuthorizationServer,
    accessToken: string,
  ): Promise<JWTPayload | undefined> {
    const claims = await this.#keys.verify(accessToken, server.issuer);
    return claims?.cid === this.#client.id &&
      claims.jti !== undefined &&
      this.#revoked.get(claims.jti) === undefined
      ? claims
      : undefined;
  }

  revokeAccessToken({ jti, exp }: JWTPayload): void {
    for (const [id, expiry] of this.#revoked.entries()) {
      if (expiry < this.#now()) this.#revoked.delete(id);
    }
    if (jti !== undefined && exp !== undefined) this.#revoked.put(jti, exp);
  }

  #now(): number {
    return Math.floor(this.#clock.now().getTime() / 1000);
  }
}

/** `at_hash` (OpenID Connect Core 1.0, 3.1.3.6). */
function leftHalfHash(text: string): string {
  return createHash('sha256')
    .update(text)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}
