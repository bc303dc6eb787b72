import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/*
 * Reading needs `catalog.entity.read` of the entity and nothing else: who may see a service may see its dashboards
 * and its alerts.
 */

/** May mute an entity's alerts in Grafana for a time, and end that. */
export const grafanaSilencePermission = createPermission({
  name: 'grafana.alert.silence',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** All permissions that the Grafana plugin checks of its own. */
export const grafanaPermissions = [grafanaSilencePermission];
