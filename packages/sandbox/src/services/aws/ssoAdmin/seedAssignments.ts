import type { World } from '../../../world';
import type { IdentityStore } from '../identityStore';
import { permissionSetArn } from '../instance';
import type { AccountAssignments } from './AccountAssignments';

type Row = [principal: string, permissionSet: string, accounts: string[]];

const WORKLOADS = ['mini-org-dev', 'mini-org-staging', 'mini-org-production'];
const ALL = ['mini-org', ...WORKLOADS];

const OF_GROUPS: Row[] = [
  ['engineers', 'DeveloperAccess', ['mini-org-dev', 'mini-org-staging']],
  ['engineers', 'ReadOnlyAccess', ['mini-org-production']],
  ['platform-admins', 'PlatformAdmin', WORKLOADS],
  ['security', 'SecurityAudit', ALL],
  ['finance', 'BillingRead', ['mini-org']],
];

/** Direct ones, as every organisation has a few: who is on call, and who was in a hurry once. */
const OF_PEOPLE: Row[] = [
  ['sam.idowu', 'DeveloperAccess', ['mini-org-production']],
  ['diego.santos', 'PlatformAdmin', ['mini-org-staging']],
  ['rahul.mehta', 'BillingRead', ['mini-org']],
];

/** Gives groups, and a few people, what they work with. */
export function seedAssignments(
  world: World,
  directory: IdentityStore,
  assignments: AccountAssignments,
): void {
  const assign = (type: 'USER' | 'GROUP', id: string | undefined, row: Row) => {
    const [, permissionSet, names] = row;
    if (id === undefined) return;
    for (const account of world.accounts) {
      if (names.includes(account.name)) {
        assignments.seed({
          AccountId: account.id,
          PermissionSetArn: permissionSetArn(permissionSet),
          PrincipalType: type,
          PrincipalId: id,
        });
      }
    }
  };
  for (const row of OF_GROUPS) {
    assign('GROUP', directory.findGroupByName(row[0])?.GroupId, row);
  }
  for (const row of OF_PEOPLE) {
    const userName = `${row[0]}@${world.organization}.example`;
    assign('USER', directory.findUserByName(userName)?.UserId, row);
  }
}
