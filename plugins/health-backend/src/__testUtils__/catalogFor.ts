import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/** A catalog that shows people only what `mayRead` says; services see all. */
export function catalogFor(
  entities: () => Entity[],
  mayRead: (userRef: string, entity: Entity) => boolean,
): CatalogService {
  const of = (credentials: BackstageCredentials) => {
    const { principal } = credentials as BackstageCredentials<{
      userEntityRef?: string;
    }>;
    const user = principal.userEntityRef;
    return catalogServiceMock({
      entities: entities().filter(it => !user || mayRead(user, it)),
    });
  };
  return {
    ...catalogServiceMock(),
    streamEntities: (request, options) =>
      of(options.credentials).streamEntities(request, options),
    getEntityByRef: (ref, options) =>
      of(options.credentials).getEntityByRef(
        typeof ref === 'string' ? ref : stringifyEntityRef(ref),
        options,
      ),
  } as CatalogService;
}
