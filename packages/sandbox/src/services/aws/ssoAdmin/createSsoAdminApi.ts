import type { Account } from '../../../world';
import { ACCOUNT_ID } from '../identity';
import { IDENTITY_STORE_ID, INSTANCE_ARN, REGION } from '../instance';
import { JsonApi, paginate, type Operation } from '../json';
import type { AccountAssignments } from './AccountAssignments';
import { assignmentOperations } from './assignmentOperations';
import { permissionSetOperations } from './permissionSetOperations';
import { inInstance } from './requests';

const INSTANCE = {
  InstanceArn: INSTANCE_ARN,
  IdentityStoreId: IDENTITY_STORE_ID,
  OwnerAccountId: ACCOUNT_ID,
  Name: 'mini-org',
  CreatedDate: Date.parse('2024-02-01T09:00:00Z') / 1000,
  Status: 'ACTIVE',
};

/** The administration of IAM Identity Center; https://docs.aws.amazon.com/singlesignon/latest/APIReference/ */
export function createSsoAdminApi(
  assignments: AccountAssignments,
  accounts: Account[],
): JsonApi {
  const ListInstances: Operation = (input, { region }) => {
    const instances = region === REGION ? [INSTANCE] : [];
    const { page, NextToken } = paginate(instances, input);
    return { Instances: page, NextToken };
  };
  const operations = {
    ...permissionSetOperations(assignments, accounts),
    ...assignmentOperations(assignments, accounts),
  };
  return new JsonApi({
    scope: 'sso',
    target: 'SWBExternalService',
    operations: {
      ListInstances,
      ...Object.fromEntries(
        Object.entries(operations).map(([name, one]) => [
          name,
          inInstance(one),
        ]),
      ),
    },
  });
}
