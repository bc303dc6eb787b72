import { IDENTITY_STORE_ID } from '../instance';
import { Input, invalid, paginate, type Operation } from '../json';
import type { IdentityStore } from './IdentityStore';
import {
  absent,
  alternateIdentifier,
  hasExternalId,
  namedGroup,
} from './requests';
import type { StoreGroup } from './types';

const IdentityStoreId = IDENTITY_STORE_ID;
const show = (group: StoreGroup) => ({ IdentityStoreId, ...group });

/** What the API does with groups; https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/ */
export function groupOperations(
  store: IdentityStore,
): Record<string, Operation> {
  return {
    ListGroups(input) {
      const [filter] = input.list('Filters').map(one => new Input(one));
      const path = filter?.text('AttributePath');
      if (path !== undefined && path.toLowerCase() !== 'displayname') {
        throw invalid(
          `The attribute path ${path} is not supported by ListGroups`,
        );
      }
      const name = filter?.text('AttributeValue');
      const groups =
        name === undefined
          ? store.groups.list()
          : store.groups.filter(one => one.DisplayName === name);
      const { page, NextToken } = paginate(groups, input);
      return { Groups: page.map(show), NextToken };
    },

    GetGroupId(input) {
      const { externalId, path, value } = alternateIdentifier(input);
      let group: StoreGroup | undefined;
      if (externalId) {
        group = store.groups.find(one => hasExternalId(one, externalId));
      } else if (path.toLowerCase() === 'displayname') {
        group = store.findGroupByName(value);
      } else {
        throw invalid(`The attribute ${path} is not a unique attribute`);
      }
      const { GroupId } = group ?? absent('GROUP', input);
      return { GroupId, IdentityStoreId };
    },

    DescribeGroup: input => show(namedGroup(store, input)),

    CreateGroup(input, { identity }) {
      const { GroupId } = store.createGroup(
        {
          DisplayName: input.text('DisplayName', /^.{1,1024}$/s),
          Description: input.optionalText('Description'),
        },
        { by: identity.arn },
      );
      return { GroupId, IdentityStoreId };
    },

    DeleteGroup(input) {
      store.deleteGroup(namedGroup(store, input));
      return {};
    },
  };
}
