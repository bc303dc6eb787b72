import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** The registered location of that URL; `undefined` if there is none. */
export async function findLocation(
  catalog: CatalogService,
  target: string,
  credentials: BackstageCredentials,
): Promise<{ id: string } | undefined> {
  return catalog.getLocationByRef(`url:${target}`, { credentials });
}
