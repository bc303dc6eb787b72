import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of the field `CostEstimate`. */
export const costEstimateSchema = makeFieldSchema({
  output: z =>
    z.string().describe('The estimate in words, for the page that reviews it'),
  uiOptions: z =>
    z.object({
      items: z
        .array(
          z.union([
            z.string().describe('Item of cost.prices that is always made'),
            z.object({
              field: z
                .string()
                .describe('Field of the form that holds an item, or a list'),
            }),
          ]),
        )
        .describe('What is made'),
      environment: z
        .string()
        .optional()
        .describe('Field that holds the environment'),
      entity: z
        .string()
        .optional()
        .describe(
          'Field that holds the reference of the entity whose costs these add to',
        ),
    }),
});

/** Options of the field `CostEstimate`, as a template writes them. */
export interface CostEstimateOptions {
  items: (string | { field: string })[];
  environment?: string;
  entity?: string;
}
