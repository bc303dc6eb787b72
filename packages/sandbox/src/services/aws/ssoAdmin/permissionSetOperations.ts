import type { Account } from '../../../world';
import { paginate, type Operation } from '../json';
import type { AccountAssignments } from './AccountAssignments';
import { PERMISSION_SETS } from './permissionSets';
import { namedAccount, namedPermissionSet } from './requests';

/** What there is to assign, and where it is assigned; https://docs.aws.amazon.com/singlesignon/latest/APIReference/ */
export function permissionSetOperations(
  assignments: AccountAssignments,
  accounts: Account[],
): Record<string, Operation> {
  return {
    ListPermissionSets(input) {
      const arns = PERMISSION_SETS.map(one => one.PermissionSetArn);
      const { page, NextToken } = paginate(arns, input);
      return { PermissionSets: page, NextToken };
    },

    DescribePermissionSet: input => ({
      PermissionSet: namedPermissionSet(input),
    }),

    ListPermissionSetsProvisionedToAccount(input) {
      const account = namedAccount(input, 'AccountId', accounts);
      const arns = assignments
        .list()
        .filter(one => one.AccountId === account)
        .map(one => one.PermissionSetArn);
      const { page, NextToken } = paginate([...new Set(arns)], input);
      return { PermissionSets: page, NextToken };
    },

    ListAccountsForProvisionedPermissionSet(input) {
      const { PermissionSetArn } = namedPermissionSet(input);
      const ids = assignments
        .list()
        .filter(one => one.PermissionSetArn === PermissionSetArn)
        .map(one => one.AccountId);
      const { page, NextToken } = paginate([...new Set(ids)], input);
      return { AccountIds: page, NextToken };
    },
  };
}
