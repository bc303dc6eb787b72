import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Memberships } from './Memberships';

/** Whose an entity is, and whether somebody belongs to its owner. */
export interface Owners {
  /**
   * Owner of the entity as the catalog has it; where the catalog does not have it yet, the owner given.
   *
   * @returns full entity reference, e.g. `group:default/commerce`
   * @throws InputError if neither is known
   */
  ownerOf(target: { entityRef?: string; owner?: string }): Promise<string>;
  /**
   * Owners of whatever the catalog says to live in a repository on GitHub; nobody, if it knows nothing there.
   *
   * @param slug e.g. `mini-org/orders`
   */
  ownersOfRepository(slug: string): Promise<string[]>;
  isMember(credentials: BackstageCredentials, owner: string): Promise<boolean>;
}

/** Looks owners up in the catalog. */
export class CatalogOwners implements Owners {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #memberships: Memberships;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    memberships: Memberships;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#memberships = options.memberships;
  }

  async ownerOf(target: {
    entityRef?: string;
    owner?: string;
  }): Promise<string> {
    const { entityRef, owner } = target;
    const entity = entityRef
      ? await this.#catalog.getEntityByRef(entityRef, {
          credentials: await this.#auth.getOwnServiceCredentials(),
        })
      : undefined;
    const owned = entity?.relations?.find(
      relation => relation.type === RELATION_OWNED_BY,
    );
    if (owned) return owned.targetRef;
    if (!owner) {
      throw new InputError(
        `Nobody is known to own ${entityRef}: it is not in the catalog. Give the step's 'owner', e.g. group:default/commerce.`,
      );
    }
    return stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
  }

  async ownersOfRepository(slug: string): Promise<string[]> {
    const { items } = await this.#catalog.getEntities(
      {
        filter: { 'metadata.annotations.github.com/project-slug': slug },
        fields: ['relations'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const owners = items
      .flatMap(({ relations = [] }) => relations)
      .filter(({ type }) => type === RELATION_OWNED_BY)
      .map(({ targetRef }) => targetRef);
    return [...new Set(owners)];
  }

  async isMember(
    credentials: BackstageCredentials,
    owner: string,
  ): Promise<boolean> {
    if (!this.#auth.isPrincipal(credentials, 'user')) return false;
    const { userEntityRef } = credentials.principal;
    const groups = await this.#memberships.groupsOf(userEntityRef);
    return groups !== undefined && [userEntityRef, ...groups].includes(owner);
  }
}
