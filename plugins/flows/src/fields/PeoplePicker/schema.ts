import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of the field `PeoplePicker`. */
export const peoplePickerSchema = makeFieldSchema({
  output: z => z.string().describe('Entity reference of the person or team'),
  uiOptions: z =>
    z.object({
      offer: z
        .array(z.enum(['people', 'teams']))
        .optional()
        .describe('What can be chosen; both if absent'),
    }),
});
