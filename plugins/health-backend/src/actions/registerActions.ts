import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import type { HealthReader } from '../read/HealthReader';

const READ_ONLY = { readOnly: true, destructive: false, idempotent: true };
const MOST_LISTED = 50;

/** What assistants may ask of health, with the rights of whoever they work for. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  reader: HealthReader;
}): void {
  const { actionsRegistry, reader } = options;

  actionsRegistry.register({
    name: 'get-verdict',
    title: 'Health of a service',
    description:
      'Says whether a component is healthy, degraded, failing or unknown, since when and why: the reasons, most important first, what was ruled out, and which sources did not answer.',
    attributes: READ_ONLY,
    schema: {
      input: z => z.object({ entityRef: entityRefIn(z) }),
      output: z => z.object({ verdict: z.record(z.unknown()) }),
    },
    action: async ({ input, credentials }) => {
      const verdict = await reader.verdict(full(input.entityRef), credentials);
      const { recent: _recent, signals: _signals, ...told } = verdict;
      return { output: { verdict: told } };
    },
  });

  actionsRegistry.register({
    name: 'list-attention',
    title: 'Services that need attention',
    description:
      'Lists components that are failing, degraded or unknown, most important first, with the reason in one sentence, and how many there are of each state.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          owner: z
            .string()
            .optional()
            .describe('Only of this group, e.g. group:default/commerce'),
          limit: z.number().int().min(1).max(MOST_LISTED).optional(),
        }),
      output: z =>
        z.object({
          asOf: z.string().optional(),
          counts: z.record(z.number()),
          items: z.array(z.record(z.unknown())),
        }),
    },
    action: async ({ input, credentials }) => {
      const { owner, limit = MOST_LISTED } = input;
      const { asOf, counts, items } = await reader.overview(credentials);
      const ref = owner && full(owner, 'group');
      return {
        output: {
          asOf,
          counts,
          items: items
            .filter(it => it.state !== 'healthy' && (!ref || it.owner === ref))
            .slice(0, limit)
            .map(({ recent: _recent, leading: _leading, ...item }) => item),
        },
      };
    },
  });

  actionsRegistry.register({
    name: 'get-history',
    title: 'History of a service',
    description:
      'Tells in which states a component has been, newest first, and its uptime, over up to 90 days.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: entityRefIn(z),
          days: z.number().int().min(1).max(90).optional(),
        }),
      output: z => z.object({ history: z.record(z.unknown()) }),
    },
    action: async ({ input, credentials }) => {
      const { entityRef, days = 30 } = input;
      const history = await reader.history(full(entityRef), days, credentials);
      return { output: { history: { ...history } } };
    },
  });
}

type Zod = Parameters<
  Parameters<ActionsRegistryService['register']>[0]['schema']['input']
>[0];

function entityRefIn(z: Zod) {
  return z
    .string()
    .describe('e.g. component:default/orders; orders alone means the same');
}

function full(entityRef: string, defaultKind = 'component'): string {
  return stringifyEntityRef(
    parseEntityRef(entityRef, { defaultKind, defaultNamespace: 'default' }),
  );
}
