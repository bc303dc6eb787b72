import { randomBytes } from 'node:crypto';
import type { Clock, Collection, Store } from '../../../kit';

/** What a link lets its holder do. */
export type LinkPurpose = 'welcome' | 'reset_password';

interface Link {
  userId: string;
  purpose: LinkPurpose;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** As long as Okta's by default: a week. */
const LIFETIME_MS = 7 * 24 * 3600 * 1000;

/** Links with which people set up their account or a new password; once one is used the others of that person work no more. */
export class OneTimeLinks {
  readonly #links: Collection<Link>;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#links = store.collection<Link>('okta', 'links');
    this.#clock = clock;
  }

  /** Makes the token of a new link. */
  create(userId: string, purpose: LinkPurpose): string {
    const token = randomBytes(15).toString('base64url');
    const expiresAt = this.#clock.now().getTime() + LIFETIME_MS;
    this.#links.put(token, { userId, purpose, expiresAt });
    return token;
  }

  /** Whose link it is; `undefined` if it is none, used or too old. */
  find(token: string, purpose: LinkPurpose): string | undefined {
    const link = this.#links.get(token);
    return link?.purpose === purpose &&
      link.expiresAt > this.#clock.now().getTime()
      ? link.userId
      : undefined;
  }

  /** Takes all links of a person back. */
  forget(userId: string): void {
    for (const [token, link] of this.#links.entries())
      if (link.userId === userId) this.#links.delete(token);
  }
}
