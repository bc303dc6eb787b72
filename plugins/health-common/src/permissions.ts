import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/*
 * Reading needs `catalog.entity.read` of the entity and nothing else: who may see a service may see how it is.
 */

/** May say that an incident of an entity is being worked on. */
export const incidentAcknowledgePermission = createPermission({
  name: 'health.incident.acknowledge',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** May mute an entity's alerts for a time. */
export const alertSilencePermission = createPermission({
  name: 'health.alert.silence',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** May wake whoever is on call for an entity. */
export const onCallPagePermission = createPermission({
  name: 'health.on-call.page',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** All permissions that health checks of its own. */
export const healthPermissions = [
  incidentAcknowledgePermission,
  alertSilencePermission,
  onCallPagePermission,
];
