import type { z as zod } from 'zod/v3';

type Z = typeof zod;

/** Which repository is changed, and whose it is. */
export const repositoryInput = {
  repoUrl: (z: Z) =>
    z
      .string()
      .describe('Repository, e.g. github.com?owner=mini-org&repo=orders'),
  entityRef: (z: Z) =>
    z
      .string()
      .describe(
        'Entity that the repository belongs to, e.g. component:default/orders: only its owners may change it',
      ),
  owner: (z: Z) =>
    z
      .string()
      .describe(
        'Group that owns the entity, where the catalog does not have it',
      )
      .optional(),
};
