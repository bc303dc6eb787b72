import type { AwsRequest } from '../AwsApi';
import { IDENTITY_STORE_ID, REGION, RESOURCE_ID } from '../instance';
import { notFound, type Input, type Operation } from '../json';
import type { IdentityStore } from './IdentityStore';
import type { StoreGroup, StoreUser } from './types';

const STORE_ID =
  /^d-[0-9a-f]{10}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The operation, once the request names the identity store of this organisation in its region. */
export function inStore(operation: Operation): Operation {
  return (input: Input, request: AwsRequest) => {
    const id = input.text('IdentityStoreId', STORE_ID);
    if (id !== IDENTITY_STORE_ID || request.region !== REGION) {
      throw notFound(`IdentityStore not found in ${request.region}: ${id}`, {
        ResourceType: 'IDENTITY_STORE',
        ResourceId: id,
      });
    }
    return operation(input, request);
  };
}

/** @throws AwsError `ResourceNotFoundException` */
export function namedUser(store: IdentityStore, input: Input): StoreUser {
  return (
    store.users.get(input.text('UserId', RESOURCE_ID)) ?? absent('USER', input)
  );
}

/** @throws AwsError `ResourceNotFoundException` */
export function namedGroup(store: IdentityStore, input: Input): StoreGroup {
  return (
    store.groups.get(input.text('GroupId', RESOURCE_ID)) ??
    absent('GROUP', input)
  );
}

type Kind = 'USER' | 'GROUP' | 'GROUP_MEMBERSHIP';
const ID_OF = {
  USER: 'UserId',
  GROUP: 'GroupId',
  GROUP_MEMBERSHIP: 'MembershipId',
};

/** @throws AwsError `ResourceNotFoundException`, always */
export function absent(kind: Kind, input: Input): never {
  throw notFound(`${kind} not found.`, {
    ResourceType: kind,
    ResourceId: input.optionalText(ID_OF[kind]),
  });
}

/** What `AlternateIdentifier` of a request asks for: one of the paths in lower case with its value, or an external id. */
export function alternateIdentifier(input: Input) {
  const identifier = input.object('AlternateIdentifier');
  const externalId = identifier.optionalObject('ExternalId');
  if (externalId) {
    return {
      externalId: {
        Issuer: externalId.text('Issuer'),
        Id: externalId.text('Id'),
      },
    };
  }
  const unique = identifier.object('UniqueAttribute');
  return {
    path: unique.text('AttributePath'),
    value: unique.text('AttributeValue'),
  };
}

/** Whether one of the external ids is that one. */
export function hasExternalId(
  { ExternalIds = [] }: Pick<StoreUser, 'ExternalIds'>,
  { Issuer, Id }: { Issuer: string; Id: string },
): boolean {
  return ExternalIds.some(one => one.Issuer === Issuer && one.Id === Id);
}
