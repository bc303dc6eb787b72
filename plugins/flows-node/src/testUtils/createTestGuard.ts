import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { StepGuard } from '../guard/StepGuard';

/** A guard for tests of actions: everybody may do everything, or nobody anything. */
export function createTestGuard(options: { allow?: boolean } = {}): StepGuard {
  const result =
    options.allow === false ? AuthorizeResult.DENY : AuthorizeResult.ALLOW;
  const decide = async (requests: unknown[]) =>
    requests.map(() => ({ result })) as (PolicyDecision & {
      result: typeof result;
    })[];
  return {
    permissions: { authorize: decide, authorizeConditional: decide },
    auditor: {
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    },
    owners: {
      ownerOf: async ({ owner = 'group:default/commerce' }) => owner,
      ownersOfRepository: async () => [],
      isMember: async () => true,
    },
  };
}
