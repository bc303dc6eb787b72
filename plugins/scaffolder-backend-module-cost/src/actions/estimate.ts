import { parseEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  effectWords,
  estimateWords,
  type CostEstimate,
  type EstimateItem,
} from '@portico/plugin-cost-common';
import { flowLog } from '@portico/plugin-flows-common';
import type { CostClient } from '../estimate/CostClient';
import { estimateTable } from '../estimate/estimateTable';
import { examples } from './estimate.examples';

/** As templates write it: a name, several names, or all that can be said of one. */
type ItemInput = string | string[] | EstimateItem;

/**
 * `cost:estimate`: says what it will cost that is about to be made. Changes nothing, and does not stop a flow where
 * nobody knows, unless that is asked for.
 */
export function createEstimateAction(options: { cost: CostClient }) {
  const { cost } = options;
  return createTemplateAction({
    id: 'cost:estimate',
    description:
      'Says what things will cost a month, by the price list of the portal, before they are made. Changes nothing. Where the cost can not be known, it says why, and the flow goes on.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        items: z =>
          z
            .array(
              z.union([
                z.string(),
                z.array(z.string()),
                z.object({
                  item: z.string(),
                  size: z.string().optional(),
                  environment: z.string().optional(),
                  count: z.number().int().min(1).optional(),
                }),
              ]),
            )
            .describe(
              'Items of cost.prices: a name, a list of names, or item, size, environment and count',
            ),
        environment: z =>
          z
            .string()
            .describe('Where they are made, for items that do not say it')
            .optional(),
        entityRef: z =>
          z
            .string()
            .describe(
              'Whose costs they add to, e.g. component:default/orders: compares with its forecast and budget',
            )
            .optional(),
        required: z =>
          z
            .boolean()
            .describe('Fails the step where the cost can not be known')
            .optional(),
      },
      output: {
        monthly: z =>
          z
            .string()
            .describe('Decimal amount a month; absent where nobody knows')
            .optional(),
        currency: z => z.string().describe('ISO 4217').optional(),
        text: z => z.string().describe('The estimate, or why there is none'),
        lines: z =>
          z
            .array(
              z.object({
                title: z.string(),
                monthly: z.string(),
                detail: z.string().optional(),
                note: z.string(),
              }),
            )
            .describe('What each of them costs'),
      },
    },
    async handler(ctx) {
      const { items, environment, entityRef, required = false } = ctx.input;
      const wanted = items.flatMap((item: ItemInput) =>
        toItems(item, environment),
      );
      let estimate: CostEstimate;
      try {
        const credentials = await ctx.getInitiatorCredentials();
        estimate = await cost.estimate(
          { items: wanted, entityRef },
          credentials,
        );
      } catch (error) {
        const text = `Estimate unknown: ${(error as Error).message}`;
        if (required) throw unavailable(text, error as Error);
        ctx.logger.warn(`${text} Nothing depends on it; the flow goes on.`);
        ctx.output('text', text);
        ctx.output('lines', []);
        return;
      }
      for (const line of estimateTable(estimate)) ctx.logger.info(line);
      if (required && estimate.unknown.length) {
        throw unavailable(estimateWords(estimate));
      }
      const text = [
        estimateWords(estimate),
        entityRef && effectWords(estimate, parseEntityRef(entityRef).name),
        estimate.entityProblem,
      ]
        .filter(Boolean)
        .join('. ');
      ctx.logger.info(flowLog.progress({ done: 1, total: 1, message: text }));
      ctx.output('monthly', estimate.monthly);
      ctx.output('currency', estimate.currency);
      ctx.output('text', text);
      ctx.output('lines', estimate.lines);
    },
  });
}

function toItems(item: ItemInput, environment?: string): EstimateItem[] {
  if (typeof item === 'string') return [{ item, environment }];
  if (Array.isArray(item)) {
    return item.flatMap(one => toItems(one, environment));
  }
  return [{ environment, ...item }];
}

function unavailable(text: string, cause?: Error): Error {
  return new ServiceUnavailableError(
    `${text} This flow does not go on without an estimate.`,
    cause,
  );
}
