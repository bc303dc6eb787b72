import { stringifyEntityRef, type UserEntity } from '@backstage/catalog-model';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const KEPT_MS = 10 * 60_000;

/** Who of the catalog has which e-mail. */
export interface People {
  /** Entity references of users, by e-mail in small letters; those that nobody has are left out. */
  find(emails: readonly string[], now: Date): Promise<Map<string, string>>;
}

/** Asks the catalog, at most every ten minutes for the same address. */
export class CatalogPeople implements People {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #known = new Map<string, { userRef?: string; askedAt: number }>();

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  async find(emails: readonly string[], now: Date) {
    const time = now.getTime();
    const wanted = [...new Set(emails.map(it => it.toLowerCase()))];
    const unknown = wanted.filter(email => {
      const known = this.#known.get(email);
      return !known || time - known.askedAt >= KEPT_MS;
    });
    if (unknown.length > 0) {
      const found = await this.#ask(unknown);
      for (const email of unknown) {
        this.#known.set(email, { userRef: found.get(email), askedAt: time });
      }
    }
    const people = new Map<string, string>();
    for (const email of wanted) {
      const userRef = this.#known.get(email)?.userRef;
      if (userRef) people.set(email, userRef);
    }
    return people;
  }

  async #ask(emails: string[]): Promise<Map<string, string>> {
    const { items } = await this.#catalog.getEntities(
      {
        filter: { kind: 'User', 'spec.profile.email': emails },
        fields: ['kind', 'metadata.name', 'metadata.namespace', 'spec.profile'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return new Map(
      (items as UserEntity[]).map(user => [
        user.spec.profile?.email?.toLowerCase() ?? '',
        stringifyEntityRef(user),
      ]),
    );
  }
}
