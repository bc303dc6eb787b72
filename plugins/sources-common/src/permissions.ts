import { createPermission } from '@backstage/plugin-permission-common';

/** May see which outside systems there are and how Portico stands with them. */
export const sourceReadPermission = createPermission({
  name: 'sources.source.read',
  attributes: { action: 'read' },
});

/** May have a source looked at now. */
export const sourceCheckPermission = createPermission({
  name: 'sources.source.check',
  attributes: { action: 'update' },
});

/** All permissions that sources check. */
export const sourcesPermissions = [sourceReadPermission, sourceCheckPermission];
