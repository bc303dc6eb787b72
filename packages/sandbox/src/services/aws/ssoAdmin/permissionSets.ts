import { permissionSetArn } from '../instance';
import type { PermissionSet } from './types';

const CREATED = Date.parse('2024-02-01T09:00:00Z') / 1000;

const set = (
  name: string,
  description: string,
  sessionDuration = 'PT8H',
): PermissionSet => ({
  Name: name,
  PermissionSetArn: permissionSetArn(name),
  Description: description,
  SessionDuration: sessionDuration,
  CreatedDate: CREATED,
});

/** What may be assigned. Simulated: nobody opens the console with them, so they carry no policies. */
export const PERMISSION_SETS: PermissionSet[] = [
  set('DeveloperAccess', 'Runs and debugs services; no IAM, no billing'),
  set('ReadOnlyAccess', 'Looks at everything, changes nothing'),
  set('PlatformAdmin', 'Administers an account', 'PT4H'),
  set('SecurityAudit', 'Reads configuration and logs of every service'),
  set('BillingRead', 'Reads bills, budgets and Cost Explorer'),
];
