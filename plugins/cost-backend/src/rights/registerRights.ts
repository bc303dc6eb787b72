import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  anomalyResolvePermission,
  billReadPermission,
  collectPermission,
  costReadPermission,
} from '@portico/plugin-cost-common';
import type { CostSubjects } from '../subjects/CostSubjects';
import { costResourceRef } from './resource';
import { resourcesOf } from './resourcesOf';
import { costRules } from './rules';

/** Tells the permission system what cost asks about, and how its conditions are decided. */
export function registerRights(
  permissionsRegistry: PermissionsRegistryService,
  subjects: CostSubjects,
): void {
  permissionsRegistry.addResourceType({
    resourceRef: costResourceRef,
    permissions: [costReadPermission, anomalyResolvePermission],
    rules: costRules,
    getResources: async refs => {
      const resources = resourcesOf(await subjects.catalog());
      return refs.map(ref => resources.get(ref));
    },
  });
  permissionsRegistry.addPermissions([billReadPermission, collectPermission]);
}
