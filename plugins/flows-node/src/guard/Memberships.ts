import type { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_MEMBER_OF } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Which groups a person belongs to now, whatever the token says that they signed in with. */
export interface Memberships {
  /**
   * @param userRef full reference, e.g. `user:default/lena.fischer`
   * @returns full references of the groups; undefined if the person is not in the catalog, or no longer active
   */
  groupsOf(userRef: string): Promise<string[] | undefined>;
}

/** How long an answer is kept, in milliseconds: what a removed member keeps on top of the catalog's own delay. */
const KEEP_MS = 5_000;

/** Enough for everyone who clicks within `KEEP_MS`; the oldest answers make room. */
const MOST_KEPT = 1_000;

/** Annotation that an identity provider may leave on someone who is blocked but still listed. */
const ANNOTATION_STATUS = 'okta.com/status';

/** Asks the catalog, as the plugin itself, and keeps each answer for a few seconds. */
export class CatalogMemberships implements Memberships {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #now: () => number;
  readonly #kept = new Map<
    string,
    { until: number; groups: Promise<string[] | undefined> }
  >();

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    now?: () => number;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#now = options.now ?? Date.now;
  }

  async groupsOf(userRef: string): Promise<string[] | undefined> {
    const known = this.#kept.get(userRef);
    if (known && known.until > this.#now()) return known.groups;
    const groups = this.#ask(userRef);
    this.#kept.delete(userRef);
    this.#kept.set(userRef, { until: this.#now() + KEEP_MS, groups });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(oldest);
    groups.catch(() => {
      if (this.#kept.get(userRef)?.groups === groups) {
        this.#kept.delete(userRef);
      }
    });
    return groups;
  }

  async #ask(userRef: string): Promise<string[] | undefined> {
    const user = await this.#catalog.getEntityByRef(userRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    const status = user?.metadata.annotations?.[ANNOTATION_STATUS] ?? 'ACTIVE';
    if (!user || status !== 'ACTIVE') return undefined;
    return (user.relations ?? [])
      .filter(({ type }) => type === RELATION_MEMBER_OF)
      .map(({ targetRef }) => targetRef);
  }
}
