import { randomBytes } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import type { Clock, Collection, Store } from '../../../kit';

interface Session {
  userId: string;
  /** Milliseconds since 1970. */
  signedInAt: number;
  expiresAt: number;
}

const COOKIE = 'okta_sandbox_session';
const LIFETIME_MS = 12 * 3600 * 1000;
const COOKIE_OPTIONS: CookieOptions = {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
};

/** Who is signed in to Okta in which browser (single sign-on); survives a restart. */
export class Sessions {
  readonly #sessions: Collection<Session>;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#sessions = store.collection<Session>('okta', 'sessions');
    this.#clock = clock;
  }

  find(request: Request): Session | undefined {
    const id = cookieOf(request);
    const session = id === undefined ? undefined : this.#sessions.get(id);
    return session && session.expiresAt > this.#now() ? session : undefined;
  }

  /** Signs a person in, in place of whoever was in this browser. */
  start(request: Request, response: Response, userId: string): Session {
    this.end(request, response);
    for (const [id, { expiresAt }] of this.#sessions.entries()) {
      if (expiresAt < this.#now()) this.#sessions.delete(id);
    }
    const id = randomBytes(24).toString('base64url');
    response.cookie(COOKIE, id, { ...COOKIE_OPTIONS, maxAge: LIFETIME_MS });
    return this.#sessions.put(id, {
      userId,
      signedInAt: this.#now(),
      expiresAt: this.#now() + LIFETIME_MS,
    });
  }

  end(request: Request, response: Response): void {
    const id = cookieOf(request);
    if (id === undefined) return;
    this.#sessions.delete(id);
    response.clearCookie(COOKIE, COOKIE_OPTIONS);
  }

  endOfUser(userId: string): void {
    for (const [id, session] of this.#sessions.entries()) {
      if (session.userId === userId) this.#sessions.delete(id);
    }
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

function cookieOf(request: Request): string | undefined {
  return (request.get('cookie') ?? '')
    .split(/;\s*/)
    .find(pair => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
}
