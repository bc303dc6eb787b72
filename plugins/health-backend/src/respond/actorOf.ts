import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { HealthResponder } from '@portico/plugin-health-node';

type Actor = Parameters<HealthResponder['respond']>[3]['actor'];

/** Who acts, as other systems write it into their own records. */
export async function actorOf(
  { principal }: BackstageCredentials<BackstageUserPrincipal>,
  catalog: CatalogService,
  auth: AuthService,
): Promise<Actor> {
  const userRef = principal.userEntityRef;
  const user = await catalog.getEntityByRef(userRef, {
    credentials: await auth.getOwnServiceCredentials(),
  });
  const { displayName, email } = (user?.spec?.profile ?? {}) as {
    displayName?: string;
    email?: string;
  };
  return {
    userRef,
    name: displayName ?? parseEntityRef(userRef).name,
    ...(email && { email }),
  };
}
