import type { z as Zod } from 'zod/v3';

type Z = typeof Zod;

/** Which Okta, in the input of every action here. */
export const orgInput = (z: Z) =>
  z
    .string()
    .describe('Name under okta.orgs; the default one if absent')
    .optional();

/** Whom an action is about. */
export const personInput = (z: Z) => ({
  org: orgInput(z),
  login: z.string().describe('Login or id of the person'),
});
