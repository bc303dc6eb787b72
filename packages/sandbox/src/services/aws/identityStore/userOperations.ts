import { IDENTITY_STORE_ID } from '../instance';
import { Input, invalid, paginate, type Operation } from '../json';
import type { IdentityStore } from './IdentityStore';
import {
  absent,
  alternateIdentifier,
  hasExternalId,
  namedUser,
} from './requests';
import type { StoreUser } from './types';
import { applyOperations, readUserAttributes } from './userAttributes';

const IdentityStoreId = IDENTITY_STORE_ID;
const show = (user: StoreUser) => ({ IdentityStoreId, ...user });

/** What the API does with users; https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/ */
export function userOperations(
  store: IdentityStore,
): Record<string, Operation> {
  return {
    ListUsers(input) {
      const { page, NextToken } = paginate(
        store.users.filter(matchesFilters(input)),
        input,
      );
      return { Users: page.map(show), NextToken };
    },

    GetUserId(input) {
      const { externalId, path, value } = alternateIdentifier(input);
      let user: StoreUser | undefined;
      if (externalId) {
        user = store.users.find(one => hasExternalId(one, externalId));
      } else if (path.toLowerCase() === 'username') {
        user = store.findUserByName(value);
      } else if (path.toLowerCase() === 'emails.value') {
        user = store.findUserByEmail(value);
      } else {
        throw invalid(`The attribute ${path} is not a unique attribute`);
      }
      const { UserId } = user ?? absent('USER', input);
      return { UserId, IdentityStoreId };
    },

    DescribeUser: input => show(namedUser(store, input)),

    CreateUser(input, { identity }) {
      const attributes = readUserAttributes(input);
      const { UserId } = store.createUser(attributes, { by: identity.arn });
      return { UserId, IdentityStoreId };
    },

    UpdateUser(input, { identity }) {
      const user = namedUser(store, input);
      const operations = input.list('Operations').map(one => new Input(one));
      if (operations.length === 0)
        throw invalid('Operations must not be empty');
      const attributes = applyOperations(user, operations);
      store.updateUser(user, attributes, identity.arn);
      return {};
    },

    DeleteUser(input) {
      store.deleteUser(namedUser(store, input));
      return {};
    },
  };
}

/** `Filters` of `ListUsers`: at most one, by name or by external id. */
function matchesFilters(input: Input): (user: StoreUser) => boolean {
  const [filter, ...more] = input.list('Filters').map(one => new Input(one));
  if (!filter) return () => true;
  const path = filter.text('AttributePath');
  const value = filter.text('AttributeValue');
  if (more.length > 0) throw invalid('Only one filter is supported');
  switch (path.toLowerCase()) {
    case 'username':
      return user => user.UserName.toLowerCase() === value.toLowerCase();
    case 'externalid':
      return ({ ExternalIds = [] }) =>
        ExternalIds.some(one => one.Id === value);
    default:
      throw invalid(`The attribute path ${path} is not supported by ListUsers`);
  }
}
