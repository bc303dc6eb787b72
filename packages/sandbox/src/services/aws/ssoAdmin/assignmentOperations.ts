import type { Account } from '../../../world';
import { RESOURCE_ID } from '../instance';
import { notFound, paginate, type Input, type Operation } from '../json';
import type { AccountAssignments } from './AccountAssignments';
import { namedAccount, namedPermissionSet } from './requests';
import {
  PRINCIPAL_TYPES,
  STATUSES,
  type Assignment,
  type AssignmentRequest,
} from './types';

const REQUEST_ID =
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Who is assigned what, and the requests that change it; https://docs.aws.amazon.com/singlesignon/latest/APIReference/ */
export function assignmentOperations(
  assignments: AccountAssignments,
  accounts: Account[],
): Record<string, Operation> {
  const request = (kind: AssignmentRequest['kind'], input: Input) => {
    input.oneOf('TargetType', ['AWS_ACCOUNT']);
    return status(
      assignments.request(kind, {
        AccountId: namedAccount(input, 'TargetId', accounts),
        PermissionSetArn: namedPermissionSet(input).PermissionSetArn,
        ...principal(input),
      }),
    );
  };
  const describe = (kind: AssignmentRequest['kind'], id: string) => {
    const found = assignments.findRequest(kind, id);
    if (!found)
      throw notFound(`Account assignment request ${id} was not found`);
    return status(found);
  };
  const list = (kind: AssignmentRequest['kind'], input: Input) => {
    const wanted = input
      .optionalObject('Filter')
      ?.optionalOneOf('Status', STATUSES);
    const requests = assignments
      .requests(kind)
      .filter(one => wanted === undefined || one.Status === wanted)
      .map(({ Status, RequestId, CreatedDate }) => ({
        Status,
        RequestId,
        CreatedDate,
      }));
    return paginate(requests, input);
  };

  return {
    CreateAccountAssignment: input => ({
      AccountAssignmentCreationStatus: request('creation', input),
    }),

    DescribeAccountAssignmentCreationStatus: input => ({
      AccountAssignmentCreationStatus: describe(
        'creation',
        input.text('AccountAssignmentCreationRequestId', REQUEST_ID),
      ),
    }),

    ListAccountAssignmentCreationStatus(input) {
      const { page, NextToken } = list('creation', input);
      return { AccountAssignmentsCreationStatus: page, NextToken };
    },

    DeleteAccountAssignment: input => ({
      AccountAssignmentDeletionStatus: request('deletion', input),
    }),

    DescribeAccountAssignmentDeletionStatus: input => ({
      AccountAssignmentDeletionStatus: describe(
        'deletion',
        input.text('AccountAssignmentDeletionRequestId', REQUEST_ID),
      ),
    }),

    ListAccountAssignmentDeletionStatus(input) {
      const { page, NextToken } = list('deletion', input);
      return { AccountAssignmentsDeletionStatus: page, NextToken };
    },

    ListAccountAssignments(input) {
      const account = namedAccount(input, 'AccountId', accounts);
      const { PermissionSetArn } = namedPermissionSet(input);
      const found = assignments
        .list()
        .filter(
          one =>
            one.AccountId === account &&
            one.PermissionSetArn === PermissionSetArn,
        );
      const { page, NextToken } = paginate(found, input);
      return { AccountAssignments: page, NextToken };
    },

    ListAccountAssignmentsForPrincipal(input) {
      const { PrincipalType, PrincipalId } = principal(input);
      const account = input.optionalObject('Filter')?.optionalText('AccountId');
      const found = assignments
        .ofPrincipal(PrincipalType, PrincipalId)
        .filter(one => account === undefined || one.AccountId === account);
      const { page, NextToken } = paginate(found, input);
      return { AccountAssignments: page, NextToken };
    },
  };
}

function principal(
  input: Input,
): Pick<Assignment, 'PrincipalType' | 'PrincipalId'> {
  return {
    PrincipalType: input.oneOf('PrincipalType', PRINCIPAL_TYPES),
    PrincipalId: input.text('PrincipalId', RESOURCE_ID),
  };
}

function status({ kind: _, assignment, ...rest }: AssignmentRequest) {
  const { AccountId, ...others } = assignment;
  return { ...rest, TargetId: AccountId, TargetType: 'AWS_ACCOUNT', ...others };
}
