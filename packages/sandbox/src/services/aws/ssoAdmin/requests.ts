import type { AwsRequest } from '../AwsApi';
import { INSTANCE_ARN, REGION } from '../instance';
import { notFound, type Input, type Operation } from '../json';
import { PERMISSION_SETS } from './permissionSets';
import type { PermissionSet } from './types';

const INSTANCE =
  /^arn:aws(-[a-z]{1,5}){0,3}:sso:::instance\/(sso)?ins-[a-zA-Z0-9-.]{16}$/;
const PERMISSION_SET =
  /^arn:aws(-[a-z]{1,5}){0,3}:sso:::permissionSet\/(sso)?ins-[a-zA-Z0-9-.]{16}\/ps-[a-zA-Z0-9-./]{16}$/;
const ACCOUNT = /^\d{12}$/;

/** The operation, once the request names the organisation's instance in its region. */
export function inInstance(operation: Operation): Operation {
  return (input: Input, request: AwsRequest) => {
    const arn = input.text('InstanceArn', INSTANCE);
    if (arn !== INSTANCE_ARN || request.region !== REGION) {
      throw notFound(`Instance ${arn} was not found in ${request.region}`);
    }
    return operation(input, request);
  };
}

/** @throws AwsError `ResourceNotFoundException` */
export function namedPermissionSet(input: Input): PermissionSet {
  const arn = input.text('PermissionSetArn', PERMISSION_SET);
  const found = PERMISSION_SETS.find(one => one.PermissionSetArn === arn);
  if (!found) throw notFound(`PermissionSet with ARN ${arn} was not found`);
  return found;
}

/**
 * The id of an account of the organisation.
 *
 * @throws AwsError `ResourceNotFoundException`
 */
export function namedAccount(
  input: Input,
  member: string,
  accounts: { id: string }[],
): string {
  const id = input.text(member, ACCOUNT);
  if (!accounts.some(account => account.id === id)) {
    throw notFound(`Account ${id} was not found in the organization`);
  }
  return id;
}
