import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** The name of whoever asks, as Grafana's records shall have it, e.g. `Lena Fischer (user:default/lena.fischer)`. */
export async function nameOf(
  { principal }: BackstageCredentials<BackstageUserPrincipal>,
  { auth, catalog }: { auth: AuthService; catalog: CatalogService },
): Promise<string> {
  const { userEntityRef } = principal;
  const user = await catalog.getEntityByRef(userEntityRef, {
    credentials: await auth.getOwnServiceCredentials(),
  });
  const profile = (user?.spec?.profile ?? {}) as { displayName?: string };
  const name = profile.displayName ?? parseEntityRef(userEntityRef).name;
  return `${name} (${userEntityRef})`;
}
