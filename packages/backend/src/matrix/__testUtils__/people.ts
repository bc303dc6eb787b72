import type { Entity } from '@backstage/catalog-model';

/** The roles of app-config.yaml, and somebody who has none. */
export type Role =
  | 'newcomer'
  | 'engineer'
  | 'security'
  | 'people-ops'
  | 'finance'
  | 'platform';

/** Who stands for each role, with the groups that Okta would bring. */
export const GROUPS: Record<Role, string[]> = {
  newcomer: [],
  engineer: ['engineers', 'commerce'],
  security: ['security', 'identity'],
  'people-ops': ['people-ops', 'workplace'],
  finance: ['finance', 'workplace'],
  platform: ['engineers', 'platform-admins', 'platform'],
};

export const ROLES = Object.keys(GROUPS) as Role[];

/** Full reference of whoever stands for a role. */
export const personOf = (role: Role) => `user:default/${role}`;

/** What a step acts on: a component, and who owns it. */
export interface Target {
  name: string;
  entityRef: string;
  owner: string;
}

/** A component that the person's team owns, or that another team does. */
export function targetOf(role: Role, whose: 'own' | 'foreign'): Target {
  const team = whose === 'own' ? GROUPS[role].at(-1) : 'payments';
  const name = `service-of-${team ?? role}`;
  return {
    name,
    entityRef: `component:default/${name}`,
    owner: team ? `group:default/${team}` : personOf(role),
  };
}

/** People with these groups, all teams, and their components, as the catalog has them. */
export function createEntities(memberOf: Record<Role, string[]>): Entity[] {
  const groups = new Set([...Object.values(GROUPS).flat(), 'payments']);
  const targets = ROLES.flatMap(role => [
    targetOf(role, 'own'),
    targetOf(role, 'foreign'),
  ]);
  const owners = new Map(targets.map(({ name, owner }) => [name, owner]));
  return [
    ...[...groups].map(name =>
      entity('Group', name, { type: 'team', children: [] }),
    ),
    ...ROLES.map(role => entity('User', role, { memberOf: memberOf[role] })),
    ...[...owners].map(([name, owner]) =>
      entity('Component', name, {
        type: 'service',
        lifecycle: 'production',
        owner,
      }),
    ),
  ];
}

function entity(kind: string, name: string, spec: Entity['spec']): Entity {
  const location = 'test:people';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
        ...(kind === 'Component' && {
          'github.com/project-slug': `mini-org/${name}`,
        }),
      },
    },
    spec,
  };
}
