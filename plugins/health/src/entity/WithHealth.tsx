import type { Entity } from '@backstage/catalog-model';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { ReactNode } from 'react';

/** Components that don't run; the backend leaves out the same (`health.ignoreTypes`). */
const NOT_RUNNING = ['library', 'documentation'];

/** Entities that health is collected for. */
export const HAS_HEALTH: FilterPredicate = {
  $all: [
    { kind: 'component' },
    { $not: { 'spec.type': { $in: NOT_RUNNING } } },
  ],
};

function hasHealth({ kind, spec }: Entity): boolean {
  return (
    kind.toLocaleLowerCase('en') === 'component' &&
    !NOT_RUNNING.includes(String(spec?.type).toLocaleLowerCase('en'))
  );
}

/** Shows its content on pages of entities that health is collected for. */
export function WithHealth({ children }: { children: ReactNode }) {
  return hasHealth(useEntity().entity) ? <>{children}</> : null;
}
