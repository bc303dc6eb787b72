import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/** May read nothing. */
export const NOBODY = 'user:default/nobody';

export function component(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', owner: 'group:default/commerce' },
  };
}

/** A catalog that shows its entities to everybody but {@link NOBODY}. */
export function catalogFor(entities: Entity[]): CatalogService {
  return {
    ...catalogServiceMock({ entities }),
    getEntityByRef: async (
      ref: Parameters<CatalogService['getEntityByRef']>[0],
      { credentials }: { credentials: BackstageCredentials },
    ) => {
      const { principal } = credentials as BackstageCredentials<{
        userEntityRef?: string;
      }>;
      if (principal.userEntityRef === NOBODY) return undefined;
      const text = typeof ref === 'string' ? ref : stringifyEntityRef(ref);
      return entities.find(it => stringifyEntityRef(it) === text);
    },
  } as CatalogService;
}
