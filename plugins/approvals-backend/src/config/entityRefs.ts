import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

const full = (defaultKind: string) => (ref: string) =>
  stringifyEntityRef(
    parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
  );

/** Full reference of a group, e.g. of `finance` `group:default/finance`. */
export const groupRef = full('group');
/** Full reference of a user. */
export const userRef = full('user');
/** Full reference of a template. */
export const templateRef = full('template');
