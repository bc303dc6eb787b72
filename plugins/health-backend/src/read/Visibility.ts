import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { VisibleComponents } from '@portico/plugin-flows-node';

export { sees, type Visible } from '@portico/plugin-flows-node';

/** Knows which components somebody may read, and reads them in their name. */
export class Visibility extends VisibleComponents {
  readonly #catalog: CatalogService;

  constructor(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    now: () => Date;
  }) {
    super(options);
    this.#catalog = options.catalog;
  }

  /**
   * The entity itself, read in the caller's name.
   *
   * @throws NotFoundError if there is none, or none for them
   */
  async entity(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) throw unknownEntity(entityRef);
    return entity;
  }
}

/** What is not theirs to know is not found. */
export function unknownEntity(entityRef: string): NotFoundError {
  return new NotFoundError(
    `There is no health of ${entityRef}: it is not in the catalog, does not run, or is not for you to see.`,
  );
}
