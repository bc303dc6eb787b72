import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';

/** Someone, or a team, as the picker shows them. */
export interface PeopleOption {
  entityRef: string;
  title: string;
  /** Job title or what the team does, with what tells namesakes apart. */
  detail: string;
  /** Heading that it stands under. */
  group: 'People' | 'Teams';
}

/** People and teams by name; groups of type `role`, which only give rights, are no teams. */
export function toOptions(entities: Entity[]): PeopleOption[] {
  return entities
    .filter(({ spec }) => spec?.type !== 'role')
    .map(entity => {
      const { kind, metadata, spec } = entity;
      const profile = spec?.profile as
        | { displayName?: string; email?: string }
        | undefined;
      return {
        entityRef: stringifyEntityRef(entity),
        title: profile?.displayName ?? metadata.title ?? metadata.name,
        detail: [metadata.description, profile?.email]
          .filter(Boolean)
          .join(', '),
        group: kind === 'Group' ? ('Teams' as const) : ('People' as const),
      };
    })
    .sort(
      (a, b) =>
        a.group.localeCompare(b.group) || a.title.localeCompare(b.title),
    );
}
