import { randomBytes } from 'node:crypto';
import type { Clock, Collection, Store } from '../../../kit';
import type { AuthorizationServer } from './AuthorizationServer';

/** What a person granted to the application when they signed in. */
export interface Grant {
  userId: string;
  /** The authorization server that was asked. */
  server: AuthorizationServer['id'];
  scopes: string[];
  nonce?: string;
  /** When the person signed in, in seconds since 1970. */
  authTime: number;
}

interface Code extends Grant {
  redirectUri: string;
  codeChallenge?: string;
  /** Milliseconds since 1970, like all times here. */
  expiresAt: number;
  /** The refresh tokens that came of it, once it was used. */
  family?: string;
}

interface RefreshToken extends Grant {
  /** All tokens that came of one sign-in. */
  family: string;
  expiresAt: number;
  /** Set once it was exchanged: what took its place, and when. */
  successor?: { token: string; at: number };
}

/** How long a code may be exchanged, and a refresh token lie unused. */
const CODE_MS = 60_000;
const REFRESH_MS = 90 * 24 * 3600 * 1000;
/** How long a refresh token may be used again after it was exchanged: two tabs refresh at the same time. */
const GRACE_MS = 30_000;

const token = () => randomBytes(32).toString('base64url');

/** Codes and refresh tokens; they survive a restart. */
export class Grants {
  readonly #codes: Collection<Code>;
  readonly #refreshTokens: Collection<RefreshToken>;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#codes = store.collection<Code>('okta', 'codes');
    this.#refreshTokens = store.collection<RefreshToken>('okta', 'refresh');
    this.#clock = clock;
  }

  createCode(
    grant: Grant,
    request: { redirectUri: string; codeChallenge?: string },
  ): string {
    for (const [old, { expiresAt }] of this.#codes.entries()) {
      if (expiresAt + CODE_MS < this.#now()) this.#codes.delete(old);
    }
    const code = token();
    this.#codes.put(code, {
      ...grant,
      ...request,
      expiresAt: this.#now() + CODE_MS,
    });
    return code;
  }

  /**
   * The grant of a code, which is spent with it; `undefined` if the code is none, old or spent. Spent ones
   * take the tokens that came of them along (RFC 6749, 4.1.2).
   */
  redeemCode(code: string): (Code & { family: string }) | undefined {
    const found = this.#codes.get(code);
    if (!found || found.expiresAt < this.#now()) return undefined;
    if (found.family !== undefined) {
      this.#endFamily(found.family);
      return undefined;
    }
    const family = token();
    this.#codes.put(code, { ...found, family });
    return { ...found, family };
  }

  createRefreshToken(grant: Grant, family: string): string {
    const { userId, server, scopes, authTime, nonce } = grant;
    const refreshToken = token();
    this.#refreshTokens.put(refreshToken, {
      userId,
      server,
      scopes,
      authTime,
      nonce,
      family,
      expiresAt: this.#now() + REFRESH_MS,
    });
    return refreshToken;
  }

  findRefreshToken(refreshToken: string): Grant | undefined {
    const found = this.#refreshTokens.get(refreshToken);
    return found && !found.successor && found.expiresAt > this.#now()
      ? found
      : undefined;
  }

  /**
   * Exchanges a refresh token for the next one. Within the grace period a second exchange gives the same
   * successor; after it, it ends the whole family, for someone has stolen one of them.
   */
  rotate(refreshToken: string): { grant: Grant; next: string } | undefined {
    const found = this.#refreshTokens.get(refreshToken);
    if (!found || found.expiresAt < this.#now()) return undefined;
    if (found.successor) {
      const { token: next, at } = found.successor;
      if (at + GRACE_MS > this.#now() && this.#refreshTokens.get(next)) {
        return { grant: found, next };
      }
      this.#endFamily(found.family);
      return undefined;
    }
    const next = this.createRefreshToken(found, found.family);
    this.#refreshTokens.put(refreshToken, {
      ...found,
      successor: { token: next, at: this.#now() },
      expiresAt: this.#now() + 24 * 3600 * 1000,
    });
    this.#prune();
    return { grant: found, next };
  }

  revoke(refreshToken: string): void {
    const found = this.#refreshTokens.get(refreshToken);
    if (found) this.#endFamily(found.family);
  }

  revokeOfUser(userId: string): void {
    this.#deleteTokens(one => one.userId === userId);
  }

  #endFamily(family: string) {
    this.#deleteTokens(one => one.family === family);
  }

  #prune() {
    this.#deleteTokens(one => one.expiresAt < this.#now());
  }

  #deleteTokens(which: (one: RefreshToken) => boolean) {
    for (const [id, one] of this.#refreshTokens.entries()) {
      if (which(one)) this.#refreshTokens.delete(id);
    }
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
