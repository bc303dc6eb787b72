import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { costResourceRef } from './resource';

/** Holds for what one of the groups owns, and for what belongs to a system that one of them owns. */
export const isCostOfOwned = createPermissionRule({
  name: 'IS_COST_OF_OWNED',
  description:
    'Allow costs of entities that one of the claims owns, or whose system it owns',
  resourceRef: costResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Full references of groups and people, one of which must own'),
  }),
  apply: ({ owners }, { claims }) =>
    owners.some(owner => claims.includes(owner)),
  toQuery: ({ claims }) => ({ owners: claims }),
});

/** All rules on what entities cost. */
export const costRules = [isCostOfOwned];
