import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_COST_SUBJECT } from '@portico/plugin-cost-common';

/** What rules are asked about: an entity, and whose it is. */
export interface CostResource {
  entityRef: string;
  /** Full references: its owner, and the owner of the system that it belongs to. */
  owners: readonly string[];
}

/** What costs are told of, as the permission system knows it. */
export const costResourceRef = createPermissionResourceRef<
  CostResource,
  { owners: string[] }
>().with({ pluginId: 'cost', resourceType: RESOURCE_TYPE_COST_SUBJECT });
