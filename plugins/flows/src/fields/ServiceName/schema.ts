import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of the field `ServiceName`. */
export const serviceNameSchema = makeFieldSchema({
  output: z => z.string(),
});
