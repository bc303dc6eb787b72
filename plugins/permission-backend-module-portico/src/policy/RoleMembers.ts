import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Who belongs to the groups of a role. */
export interface RoleMembers {
  /** @returns full references of the members of any of the groups */
  membersOf(groups: string[]): Promise<string[]>;
}

/** Asks the catalog. */
export class CatalogRoleMembers implements RoleMembers {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;

  constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  async membersOf(groups: string[]): Promise<string[]> {
    const { items } = await this.#catalog.getEntities(
      {
        filter: { kind: 'User', 'relations.memberOf': groups },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return items.map(entity => stringifyEntityRef(entity));
  }
}
