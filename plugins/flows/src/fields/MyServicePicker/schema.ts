import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of the field `MyServicePicker`. */
export const myServicePickerSchema = makeFieldSchema({
  output: z => z.string().describe('Entity reference of the component'),
  uiOptions: z =>
    z.object({
      all: z
        .boolean()
        .optional()
        .describe('Offers components of all teams, not only of one’s own'),
    }),
});
