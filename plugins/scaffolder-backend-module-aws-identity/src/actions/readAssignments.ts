import { InputError } from '@backstage/errors';
import type { z as Zod } from 'zod/v3';
import type { IdentityCenter } from '../client/IdentityCenter';

/** Part of the schema of the actions' input. */
export const assignmentsInput = (z: typeof Zod) =>
  z.array(
    z
      .object({
        account: z
          .string()
          .describe('Name or id of one of awsIdentity.accounts'),
        permissionSet: z.string().describe('Name of the permission set'),
      })
      .strict(),
  );

/** A choice with all that AWS wants to know of it. */
export interface ReadAssignment {
  accountId: string;
  permissionSetArn: string;
  /** e.g. `ReadOnlyAccess in mini-org-dev`. */
  name: string;
}

/** @throws InputError that lists every account and permission set that is not there */
export async function readAssignments(
  center: IdentityCenter,
  wanted: { account: string; permissionSet: string }[],
): Promise<ReadAssignment[]> {
  if (wanted.length === 0) return [];
  const sets = await center.permissionSets();
  const missing = wanted
    .map(one => one.permissionSet)
    .filter(name => !sets.has(name));
  if (missing.length > 0) {
    throw new InputError(
      `IAM Identity Center has no permission set ${missing.join(
        ', ',
      )}. There are: ${[...sets.keys()].sort().join(', ')}.`,
    );
  }
  return wanted.map(({ account, permissionSet }) => {
    const { id, name } = center.account(account);
    return {
      accountId: id,
      permissionSetArn: sets.get(permissionSet)!,
      name: `${permissionSet} in ${name}`,
    };
  });
}
