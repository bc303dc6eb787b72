import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { createHash } from 'node:crypto';

/** Grafana takes uids of up to 40 characters. */
const LONGEST_NAME = 31;

/** The uid that the dashboard of an entity has, whenever it is made: its name, and what tells it from others so called. */
export function dashboardUid(entityRef: string): string {
  const full = stringifyEntityRef(readEntityRef(entityRef));
  const hash = createHash('sha256').update(full).digest('hex').slice(0, 8);
  const name = readEntityRef(entityRef)
    .name.toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9_-]/g, '-')
    .slice(0, LONGEST_NAME);
  return `${name}-${hash}`;
}

/** A component of the default namespace may be named by its name alone. */
export function readEntityRef(entityRef: string) {
  return parseEntityRef(entityRef, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
}
