import {
  METRIC,
  monthIn,
  MOST_LISTED,
  READ_ONLY,
  type ActionOptions,
} from './ActionOptions';
import { basisWords, problemsOf } from './costWords';
import { resolveEntity } from './resolveEntity';

/** `cost:find-anomalies`: what costs more than is usual. */
export function registerAnomalies({
  actionsRegistry,
  findings,
  read,
}: ActionOptions): void {
  actionsRegistry.register({
    name: 'find-anomalies',
    title: 'Unusual costs',
    description:
      'Lists what costs more than is usual, the costliest first: whose it is, since when, how much more a day, the likely cause, and whether somebody has said that it is known.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .optional()
            .describe('Only of this entity and what belongs to it'),
          month: monthIn(z),
          openOnly: z
            .boolean()
            .optional()
            .describe('Leaves out those that are over or known'),
          limit: z.number().int().min(1).max(MOST_LISTED).optional(),
        }),
      output: z =>
        z.object({
          answer: z.string(),
          basis: z.record(z.unknown()),
          items: z.array(z.record(z.unknown())),
          more: z.number().describe('How many were left out'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { month, openOnly = false, limit = MOST_LISTED } = input;
      const look = await read.looks.of(credentials, { month, metric: METRIC });
      const only = input.entityRef && {
        refs: look.catalog.covers(resolveEntity(look.catalog, input.entityRef)),
      };
      const found = await findings.anomaliesThat(ref => {
        if (ref === undefined) return !only && look.seen.all;
        return look.seen.may(ref) && (!only || only.refs.includes(ref));
      }, month);
      const items = found.filter(({ state }) => !openOnly || state === 'open');
      const basis = await look.basis();
      const open = items.filter(({ state }) => state === 'open');
      return {
        output: {
          answer: [
            `${items.length} found, ${open.length} of them open ${basisWords(
              basis,
            )}.`,
            ...open
              .slice(0, limit)
              .map(
                ({ title, since, because }) =>
                  `${title}, since ${since}: ${because}`,
              ),
            ...problemsOf(basis),
          ].join(' '),
          basis: { ...basis },
          items: items
            .slice(0, limit)
            .map(({ days: _days, amounts: _amounts, ...item }) => item),
          more: Math.max(0, items.length - limit),
        },
      };
    },
  });
}
