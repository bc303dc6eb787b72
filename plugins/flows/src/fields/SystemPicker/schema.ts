import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of the field `SystemPicker`. */
export const systemPickerSchema = makeFieldSchema({
  output: z => z.string().describe('Entity reference of the system'),
  uiOptions: z =>
    z.object({
      ownerField: z
        .string()
        .optional()
        .describe('Field of the form with the owner; default "owner"'),
    }),
});
