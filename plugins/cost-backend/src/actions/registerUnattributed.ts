import {
  METRIC,
  monthIn,
  MOST_LISTED,
  READ_ONLY,
  type ActionOptions,
} from './ActionOptions';
import { unattributedWords } from './costWords';

const MOST_ROWS = 20;

/** `cost:get-unattributed`: what is nobody’s, and what to do. */
export function registerUnattributed({
  actionsRegistry,
  read,
}: ActionOptions): void {
  actionsRegistry.register({
    name: 'get-unattributed',
    title: 'Cost that is nobody’s',
    description:
      'Says how much of the bill is attributed to nobody, why, and what to do about it, with the largest items. For those who may see the whole bill.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          month: monthIn(z),
          limit: z.number().int().min(1).max(MOST_LISTED).optional(),
        }),
      output: z =>
        z.object({
          answer: z.string(),
          basis: z.record(z.unknown()),
          unattributed: z.record(z.unknown()),
          items: z.array(z.record(z.unknown())),
          more: z.number().describe('How many were left out'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { month, limit = MOST_ROWS } = input;
      const query = { month, metric: METRIC } as const;
      const unattributed = await read.unattributed.unattributed(
        query,
        credentials,
      );
      const { items, more } = await read.unattributed.items(
        { ...query, offset: 0 },
        credentials,
      );
      const look = await read.looks.of(credentials, query);
      const basis = await look.basis();
      return {
        output: {
          answer: unattributedWords(unattributed, look.frame.month, basis),
          basis: { ...basis },
          unattributed: { ...unattributed },
          items: items.slice(0, limit).map(item => ({ ...item })),
          more: more + Math.max(0, items.length - limit),
        },
      };
    },
  });
}
