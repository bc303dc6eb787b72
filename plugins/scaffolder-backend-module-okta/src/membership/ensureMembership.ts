import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { FlowLedger, LedgerThing } from '@portico/plugin-flows-node';
import type { OktaAdmin, OktaGroup, OktaPerson } from '../client/OktaAdmin';

export const OKTA_MEMBERSHIP_REMOVER = 'okta:group-membership';

export const MEMBERSHIP = 'Okta group membership';

/**
 * Puts a person into a group. A membership carries no mark, so whether this task made it is told by
 * what the task saw at first, before a restart.
 *
 * @returns whether this task put them there
 */
export async function ensureMembership(options: {
  ctx: Pick<
    ActionContext<JsonObject>,
    'checkpoint' | 'task' | 'step' | 'isDryRun' | 'logger'
  >;
  ledger: FlowLedger;
  admin: OktaAdmin;
  person: OktaPerson;
  group: OktaGroup;
  /** Whether they are in it now. */
  isMember: boolean;
}): Promise<boolean> {
  const { ctx, ledger, admin, person, group, isMember } = options;
  const { login } = person.profile;
  const thing: LedgerThing = {
    kind: MEMBERSHIP,
    name: `${login} in ${group.name}`,
    url: `${admin.org.adminUrl}/admin/group/${group.id}`,
    ifItFails: 'taken out of the group',
    command: `curl -X DELETE -H "Authorization: SSWS $OKTA_TOKEN" ${admin.org.orgUrl}/api/v1/groups/${group.id}/users/${person.id}`,
    remover: {
      id: OKTA_MEMBERSHIP_REMOVER,
      params: {
        org: admin.org.name,
        userId: person.id,
        groupId: group.id,
      },
    },
  };
  const { wasMember } = await ctx.checkpoint({
    key: `okta.membership.${admin.org.name}.${person.id}.${group.id}.before`,
    fn: async () => ({ wasMember: isMember }),
  });
  if (wasMember && isMember) {
    const { remover: _, ...kept } = thing;
    await ledger.note(ctx, 'kept', { ...kept, ifItFails: 'left alone' });
    ctx.logger.info(`${login} is in the Okta group ${group.name} already`);
    return false;
  }
  await ledger.ensure(ctx, thing, async () => {
    if (!isMember) await admin.addToGroup(group.id, person.id);
    return { created: true };
  });
  ctx.logger.info(`${login} put into the Okta group ${group.name}`);
  return true;
}
