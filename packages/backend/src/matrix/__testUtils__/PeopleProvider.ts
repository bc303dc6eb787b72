import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { createEntities, GROUPS, type Role } from './people';

/** Brings people, teams and their components into the catalog. */
export class PeopleProvider implements EntityProvider {
  #groups = GROUPS;
  #connection?: EntityProviderConnection;

  getProviderName(): string {
    return 'people';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#apply();
  }

  async setGroups(role: Role, groups: string[]): Promise<void> {
    this.#groups = { ...this.#groups, [role]: groups };
    await this.#apply();
  }

  readonly module = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'people',
    register: ({ registerInit }) =>
      registerInit({
        deps: { catalog: catalogProcessingExtensionPoint },
        init: async ({ catalog }) => catalog.addEntityProvider(this),
      }),
  });

  async #apply(): Promise<void> {
    await this.#connection?.applyMutation({
      type: 'full',
      entities: createEntities(this.#groups).map(entity => ({
        entity,
        locationKey: 'people',
      })),
    });
  }
}
