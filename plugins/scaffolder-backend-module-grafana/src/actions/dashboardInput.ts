import type { z as zod } from 'zod/v3';

type Z = typeof zod;

/** Whose dashboard is meant, and where. */
export const dashboardInput = {
  entityRef: (z: Z) =>
    z
      .string()
      .describe(
        'Entity that the dashboard is of, e.g. component:default/orders; one of another entity is refused',
      ),
  owner: (z: Z) =>
    z
      .string()
      .describe(
        'Group that owns the entity, where the catalog does not have it',
      )
      .optional(),
  instance: (z: Z) =>
    z
      .string()
      .describe('Name under grafana.instances; the first if absent')
      .optional(),
};

/** What a step says that has nothing to do because no Grafana is configured. */
export const UNCONFIGURED =
  'No Grafana is configured (grafana.instances in app-config.yaml)';
