import { createPermission } from '@backstage/plugin-permission-common';

/** What costs are told of: components, resources, systems, domains and groups of the catalog. */
export const RESOURCE_TYPE_COST_SUBJECT = 'cost-subject';

/**
 * May see what an entity costs. Decided by conditions: engineers see what their groups own and what belongs to systems
 * that their groups own; finance and platform see all. Sums contain nothing that their reader may not see.
 */
export const costReadPermission = createPermission({
  name: 'cost.subject.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_COST_SUBJECT,
});

/** May see the whole bill: totals, providers, accounts, what is unattributed, and exports of everything. */
export const billReadPermission = createPermission({
  name: 'cost.bill.read',
  attributes: { action: 'read' },
});

/** May say of an anomaly that it is known, and why. */
export const anomalyResolvePermission = createPermission({
  name: 'cost.anomaly.resolve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_COST_SUBJECT,
});

/** May have bills collected now, which may cost money. */
export const collectPermission = createPermission({
  name: 'cost.source.collect',
  attributes: { action: 'update' },
});

/** All permissions that cost checks of its own. */
export const costPermissions = [
  costReadPermission,
  billReadPermission,
  anomalyResolvePermission,
  collectPermission,
];
