import type { z as Zod } from 'zod/v3';

/** Whom an action is about, and in which organisation. */
export const accountInput = (z: typeof Zod) => ({
  host: z
    .string()
    .describe('Of integrations.github; the first if absent')
    .optional(),
  org: z.string(),
  username: z.string().describe('Login on GitHub'),
});
