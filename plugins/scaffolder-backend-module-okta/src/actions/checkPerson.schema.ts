import type { z as Zod } from 'zod/v3';
import { orgInput } from './personInput';

type Z = typeof Zod;

/** What a template says to `portico:check-person`. */
export const checkPersonInput = (z: Z) =>
  z
    .object({
      purpose: z.enum(['joining', 'leaving']),
      org: orgInput(z),
      firstName: z.string().describe('Who joins').optional(),
      lastName: z.string().describe('Who joins').optional(),
      email: z.string().describe('Work e-mail of who joins').optional(),
      managerRef: z
        .string()
        .describe('Reference, name or e-mail of a person')
        .optional(),
      teamRef: z.string().describe('Reference or name of a group').optional(),
      title: z.string().describe('Job title').optional(),
      startDate: z.string().describe('e.g. `2026-12-01`').optional(),
      awsAccess: z
        .string()
        .describe('One of onboarding.awsAccess, or None')
        .optional(),
      githubLogin: z.string().describe('Empty if there is none').optional(),
      userRef: z
        .string()
        .describe('Who leaves: reference, name or e-mail')
        .optional(),
      successorRef: z
        .string()
        .describe('Who takes over what they own; their team if absent')
        .optional(),
    })
    .strict();

/** What it tells the steps after it. */
export const checkPersonOutput = {
  login: (z: Z) => z.string().describe('In Okta, and the user name in AWS'),
  displayName: (z: Z) => z.string(),
  profile: (z: Z) => z.record(z.string()).describe('For okta:create-user'),
  groups: (z: Z) => z.array(z.string()).describe('Okta groups'),
  assignments: (z: Z) =>
    z
      .array(z.object({ account: z.string(), permissionSet: z.string() }))
      .describe('For aws:identity-center:assign'),
  managerName: (z: Z) => z.string(),
  managerEmail: (z: Z) => z.string(),
  teamName: (z: Z) => z.string().describe('Also the slug on GitHub'),
  teamTitle: (z: Z) => z.string(),
  entityRef: (z: Z) => z.string().describe('In the catalog'),
  githubLogin: (z: Z) => z.string().describe('Empty if there is none'),
  alreadyThere: (z: Z) =>
    z.boolean().describe('Whether an earlier task brought them in'),
  successorRef: (z: Z) => z.string(),
  alreadyGone: (z: Z) => z.boolean().describe('Whether they are deactivated'),
};
