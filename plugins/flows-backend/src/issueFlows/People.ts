import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const GITHUB_LOGIN = 'metadata.annotations.github.com/user-login';

/** Finds people and groups of the catalog by what somebody wrote into a form. */
export class People {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;

  constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  /** Entity reference of the person with that GitHub login. */
  async ofGithubLogin(login: string): Promise<string | undefined> {
    return (await this.#find({ kind: 'User', [GITHUB_LOGIN]: login }))[0];
  }

  /**
   * @param text login, name, e-mail address or entity reference
   * @throws InputError if nobody or nothing, or more than one, is meant
   */
  async named(kind: 'user' | 'group', text: string): Promise<string> {
    const name = text
      .trim()
      .replace(/^@/, '')
      .replace(/^\w+:(default\/)?/, '');
    const by =
      kind === 'user'
        ? ['metadata.name', 'spec.profile.email', GITHUB_LOGIN]
        : ['metadata.name'];
    const found = new Set<string>();
    for (const key of [...by, 'spec.profile.displayName']) {
      for (const ref of await this.#find({ kind, [key]: name })) found.add(ref);
    }
    if (found.size === 1) return [...found][0];
    throw new InputError(
      found.size === 0
        ? `There is no ${kind} '${text}'. Write ${
            kind === 'user' ? 'a login or an e-mail address' : 'its name'
          }.`
        : `'${text}' may be any of ${[...found].join(', ')}. Write the login.`,
    );
  }

  async #find(filter: Record<string, string>): Promise<string[]> {
    const { items } = await this.#catalog.getEntities(
      { filter, fields: ['kind', 'metadata.name', 'metadata.namespace'] },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return items.map((entity: Entity) => stringifyEntityRef(entity));
  }
}
