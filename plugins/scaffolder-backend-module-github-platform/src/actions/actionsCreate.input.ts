import type { z as Zod } from 'zod/v3';

type Z = typeof Zod;

const names = (z: Z) => z.record(z.string());

const environment = (z: Z) =>
  z
    .object({
      name: z.string().describe('e.g. `dev`'),
      reviewers: z
        .object({
          users: z.array(z.string()).describe('Logins').optional(),
          teams: z
            .array(z.string())
            .describe('Slugs, or groups such as `group:default/security`')
            .optional(),
        })
        .strict()
        .describe('Who must approve a deployment; at most 6')
        .optional(),
      waitTimerMinutes: z
        .number()
        .describe('Pause before a deployment, 0 to 43200')
        .optional(),
      preventSelfReview: z.boolean().optional(),
      protectedBranches: z
        .boolean()
        .describe('Only protected branches may deploy')
        .optional(),
      deploymentBranches: z
        .array(z.string())
        .describe('Only branches of these patterns may deploy')
        .optional(),
      variables: names(z).optional(),
      secrets: names(z).optional(),
    })
    .strict();

/** What a template says to `github:actions:create`. */
export const actionsCreateInput = (z: Z) =>
  z
    .object({
      repoUrl: z
        .string()
        .describe('`github.com?owner=mini-org&repo=orders-api`'),
      workflows: names(z)
        .describe('Workflow files by name, e.g. `ci.yaml`')
        .optional(),
      sourcePath: z
        .string()
        .describe(
          'Folder of the workspace with the workflow files, itself or in its .github/workflows',
        )
        .optional(),
      variables: names(z).describe('Variables of the repository').optional(),
      secrets: names(z)
        .describe(
          'Secrets of the repository, e.g. `NPM_TOKEN: ${{ secrets.NPM_TOKEN }}`',
        )
        .optional(),
      environments: z.array(environment(z)).optional(),
      branch: z
        .string()
        .describe('Branch of the workflow files; the default branch if absent')
        .optional(),
      commitMessage: z.string().describe('Default `Set up CI`').optional(),
      waitForRun: z
        .union([
          z.boolean(),
          z
            .object({
              workflow: z
                .string()
                .describe('File name or name of the workflow')
                .optional(),
              timeoutMinutes: z.number().describe('Default 15').optional(),
            })
            .strict(),
        ])
        .describe('Wait until the run of the commit has ended well')
        .optional(),
      entityRef: z
        .string()
        .describe(
          'Entity that the repository belongs to, e.g. `component:default/orders`: only its owners may change it',
        )
        .optional(),
      owner: z
        .string()
        .describe(
          'Group that will own the entity, e.g. `group:default/commerce`; needed where the catalog does not have it yet',
        )
        .optional(),
      token: z
        .string()
        .describe("Token of the person, instead of the integration's")
        .optional(),
    })
    .strict();

export type ActionsCreateInput = Zod.infer<
  ReturnType<typeof actionsCreateInput>
>;
export type EnvironmentInput = Zod.infer<ReturnType<typeof environment>>;
