import { IDENTITY_STORE_ID, RESOURCE_ID } from '../instance';
import { invalid, paginate, type Input, type Operation } from '../json';
import type { IdentityStore } from './IdentityStore';
import { absent, namedGroup, namedUser } from './requests';
import type { StoreMembership } from './types';

const IdentityStoreId = IDENTITY_STORE_ID;
const show = (membership: StoreMembership) => ({
  IdentityStoreId,
  ...membership,
});
const MAX_GROUPS = 100;

/** Who is in which group; https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/ */
export function membershipOperations(
  store: IdentityStore,
): Record<string, Operation> {
  const namedMembership = (input: Input) =>
    store.memberships.get(input.text('MembershipId', RESOURCE_ID)) ??
    absent('GROUP_MEMBERSHIP', input);
  const member = (input: Input) => namedUser(store, input.object('MemberId'));

  return {
    CreateGroupMembership(input, { identity }) {
      const { MembershipId } = store.addMembership(
        namedGroup(store, input),
        member(input),
        { by: identity.arn },
      );
      return { MembershipId, IdentityStoreId };
    },

    GetGroupMembershipId(input) {
      const { GroupId } = namedGroup(store, input);
      const { UserId } = member(input);
      const found = store.findMembership(GroupId, UserId);
      const { MembershipId } = found ?? absent('GROUP_MEMBERSHIP', input);
      return { MembershipId, IdentityStoreId };
    },

    DescribeGroupMembership: input => show(namedMembership(input)),

    ListGroupMemberships(input) {
      const { GroupId } = namedGroup(store, input);
      const { page, NextToken } = paginate(store.membersOf(GroupId), input);
      return { GroupMemberships: page.map(show), NextToken };
    },

    ListGroupMembershipsForMember(input) {
      const { UserId } = member(input);
      const { page, NextToken } = paginate(store.membershipsOf(UserId), input);
      return { GroupMemberships: page.map(show), NextToken };
    },

    IsMemberInGroups(input) {
      const { UserId } = member(input);
      const groupIds = input.list('GroupIds').map(String);
      if (groupIds.length === 0 || groupIds.length > MAX_GROUPS) {
        throw invalid(`GroupIds must name 1 to ${MAX_GROUPS} groups`);
      }
      return {
        Results: groupIds.map(GroupId => ({
          GroupId,
          MemberId: { UserId },
          MembershipExists: store.findMembership(GroupId, UserId) !== undefined,
        })),
      };
    },

    DeleteGroupMembership(input) {
      store.removeMembership(namedMembership(input));
      return {};
    },
  };
}
