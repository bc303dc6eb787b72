import type { AuthService } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
  type GroupEntity,
  type UserEntity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/**
 * People and groups of the catalog, found by what a person types: a reference, a name, or an e-mail
 * address. Looks with the portal's own eyes: whoever asks has been checked before.
 */
export class People {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  async findUser(typed: string): Promise<UserEntity | undefined> {
    const [found] = typed.includes('@')
      ? await this.#query({ kind: 'user', 'spec.profile.email': typed })
      : await this.#byRef(typed, 'user');
    return found as UserEntity | undefined;
  }

  async findGroup(typed: string): Promise<GroupEntity | undefined> {
    const [found] = await this.#byRef(typed, 'group');
    return found as GroupEntity | undefined;
  }

  /** What the user or group owns directly. */
  async ownedBy(ref: string): Promise<Entity[]> {
    return this.#query({ 'relations.ownedBy': ref });
  }

  /** The groups that the user is in. */
  async groupsOf(ref: string): Promise<GroupEntity[]> {
    const groups = await this.#query({
      kind: 'group',
      'relations.hasMember': ref,
    });
    return groups as GroupEntity[];
  }

  async #byRef(typed: string, defaultKind: string): Promise<Entity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const name = typed.trim().toLowerCase();
    if (!/^([a-z]+:)?([\w.-]+\/)?[\w.-]+$/.test(name)) return [];
    const ref = parseEntityRef(name, {
      defaultKind,
      defaultNamespace: 'default',
    });
    if (ref.kind !== defaultKind) return [];
    const found = await this.#catalog.getEntityByRef(stringifyEntityRef(ref), {
      credentials,
    });
    return found ? [found] : [];
  }

  async #query(filter: Record<string, string>): Promise<Entity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const { items } = await this.#catalog.getEntities(
      { filter },
      { credentials },
    );
    return items;
  }
}

/** What people call it. */
export function titleOf(entity: Entity): string {
  const { profile } = (entity.spec ?? {}) as {
    profile?: { displayName?: string };
  };
  return profile?.displayName ?? entity.metadata.title ?? entity.metadata.name;
}
