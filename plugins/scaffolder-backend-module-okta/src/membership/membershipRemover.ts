import type { Remover } from '@portico/plugin-flows-node';
import type { OktaOrgs } from '../client/OktaOrgs';
import { OKTA_MEMBERSHIP_REMOVER } from './ensureMembership';

/** Takes a person out of a group that a task put them into. */
export function createMembershipRemover(orgs: OktaOrgs): Remover {
  return {
    id: OKTA_MEMBERSHIP_REMOVER,
    async remove({ params }, step) {
      const { org, userId, groupId } = params as Record<string, string>;
      const admin = orgs.admin(org, step);
      if (!(await admin.find(userId))) return 'absent';
      const groups = await admin.groupsOf(userId);
      if (!groups.some(({ id }) => id === groupId)) return 'absent';
      await admin.removeFromGroup(groupId, userId);
      return 'removed';
    },
  };
}
