import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of the field `ResourcesPicker`. */
export const resourcesPickerSchema = makeFieldSchema({
  output: z => z.array(z.string()).describe('Ids of the chosen resources'),
  uiOptions: z =>
    z.object({
      resources: z
        .array(
          z.object({
            value: z.string().describe('What is chosen, e.g. "database"'),
            title: z.string().describe('e.g. "PostgreSQL database"'),
            description: z.string().optional().describe('One line'),
            monthlyCost: z
              .string()
              .optional()
              .describe('Estimate to show, e.g. "about 31 USD a month"'),
          }),
        )
        .describe('What can be chosen'),
    }),
});
