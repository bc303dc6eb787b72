import type { z as zod } from 'zod/v3';

type Z = typeof zod;

/** Which application is meant, and whose it is. */
export const appInput = {
  name: (z: Z) => z.string().describe('Name of the application'),
  entityRef: (z: Z) =>
    z
      .string()
      .describe(
        'Entity that the application deploys, e.g. component:default/orders; one of another entity is refused',
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
      .describe('Name under argocd.instances; the default if absent')
      .optional(),
};
