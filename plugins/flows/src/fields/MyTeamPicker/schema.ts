import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of the field `MyTeamPicker`. */
export const myTeamPickerSchema = makeFieldSchema({
  output: z => z.string().describe('Entity reference of the group'),
  uiOptions: z =>
    z.object({
      ask: z
        .string()
        .optional()
        .describe(
          'Whom to ask for a membership, e.g. "people-ops@example.com"; default "the platform team"',
        ),
    }),
});
