import type {
  AuditorService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Owners } from './Owners';

/** What an action needs to check rights and to leave a trace. */
export interface StepGuard {
  permissions: PermissionsService;
  auditor: AuditorService;
  owners: Owners;
}
