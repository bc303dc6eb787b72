import {
  METRIC,
  monthIn,
  READ_ONLY,
  type ActionOptions,
} from './ActionOptions';
import { costWords } from './costWords';
import { resolveEntity } from './resolveEntity';

const MOST_ROWS = 20;

/** `cost:get-entity-cost`: what somebody costs, and what changed. */
export function registerEntityCost({
  actionsRegistry,
  read,
  subjects,
}: ActionOptions): void {
  actionsRegistry.register({
    name: 'get-entity-cost',
    title: 'Cost of a service, team or system',
    description:
      'Says what a component, resource, system, domain or group (team) costs in a month: to date, against the same days of the month before, forecast, budget, what it is made of, and what changed and why. Amounts are decimal strings in the currency of `basis`; `basis` also says their kind and up to which day they are known.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe(
              'e.g. component:default/orders, "team payments", or orders, if that is the only entity of that name',
            ),
          month: monthIn(z),
        }),
      output: z =>
        z.object({
          answer: z.string().describe('All that matters, in sentences'),
          cost: z.record(z.unknown()),
        }),
    },
    action: async ({ input, credentials }) => {
      const catalog = await subjects.catalog();
      const ref = resolveEntity(catalog, input.entityRef);
      const cost = await read.entities.entity(
        ref,
        { month: input.month, metric: METRIC, by: 'service' },
        credentials,
      );
      const { chart: _chart, rows, ...told } = cost;
      const parts = rows.map(({ daily: _daily, ...row }) => row);
      return {
        output: {
          answer: costWords(cost, ref),
          cost: {
            ...told,
            rows: parts.slice(0, MOST_ROWS),
            moreRows: Math.max(0, parts.length - MOST_ROWS),
          },
        },
      };
    },
  });
}
