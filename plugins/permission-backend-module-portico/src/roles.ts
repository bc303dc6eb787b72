import type { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** The groups whose members have a role. */
export interface RoleGroups {
  platformAdmins: string[];
  engineers: string[];
}

/** Reads `portico.permissions.roles`. */
export function readRoleGroups(config: RootConfigService): RoleGroups {
  const read = (role: string, fallback: string) =>
    (
      config.getOptionalStringArray(`portico.permissions.roles.${role}`) ?? [
        fallback,
      ]
    ).map(ref =>
      stringifyEntityRef(
        parseEntityRef(ref, {
          defaultKind: 'group',
          defaultNamespace: 'default',
        }),
      ),
    );
  return {
    platformAdmins: read('platformAdmins', 'platform-admins'),
    engineers: read('engineers', 'engineers'),
  };
}
