import type { Remover } from '@portico/plugin-flows-node';
import type { OktaOrgs } from '../client/OktaOrgs';
import { readTaskMark } from './taskMark';

export const OKTA_USER_REMOVER = 'okta:user';

/** Deactivates and deletes a person that a task made, found by the task's mark. */
export function createUserRemover(orgs: OktaOrgs): Remover {
  return {
    id: OKTA_USER_REMOVER,
    async remove({ taskId, params }, step) {
      const { org, login } = params as { org: string; login: string };
      const admin = orgs.admin(org, step);
      const found = await admin.find(login);
      if (!found) return 'absent';
      if (readTaskMark(found) !== taskId) return 'foreign';
      if (found.status !== 'DEPROVISIONED') await admin.deactivate(found.id);
      await admin.delete(found.id).catch(async error => {
        if (await admin.find(found.id)) throw error;
      });
      return 'removed';
    },
  };
}
