import type { Entity } from '@backstage/catalog-model';

const user = (name: string, displayName: string, groups: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { profile: { displayName, email: `${name}@mini-org.example` } },
  relations: groups.map(group => ({
    type: 'memberOf',
    targetRef: `group:default/${group}`,
  })),
});

const users = [
  user('marta', 'Marta Okafor', ['commerce', 'engineers']),
  user('jonas', 'Jonas Weber', ['commerce', 'engineers']),
  user('priya', 'Priya Raman', ['commerce', 'engineers']),
  user('ada', 'Ada Lindqvist', ['platform', 'platform-admins']),
  user('kofi', 'Kofi Mensah', ['platform', 'platform-admins']),
  user('viktor', 'Viktor Novák', ['security']),
  user('ines', 'Ines Marchetti', ['finance']),
  user('samira', 'Samira Aziz', ['people-ops']),
];

const group = (name: string, title: string, type: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default', title },
  spec: { type },
  relations: users
    .filter(({ relations = [] }) =>
      relations.some(({ targetRef }) => targetRef.endsWith(`/${name}`)),
    )
    .map(member => ({
      type: 'hasMember',
      targetRef: `user:default/${member.metadata.name}`,
    })),
});

const component = (
  name: string,
  owner: string,
  annotations: Record<string, string>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations, tags: ['java'] },
  spec: { owner },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
});

/** Teams, roles and two services of the mini-org. */
export const entities: Entity[] = [
  ...users,
  group('commerce', 'Commerce', 'team'),
  group('platform', 'Platform', 'team'),
  group('engineers', 'Engineers', 'role'),
  group('platform-admins', 'Platform admins', 'role'),
  group('security', 'Security', 'role'),
  group('finance', 'Finance', 'role'),
  group('people-ops', 'People operations', 'role'),
  component('orders', 'commerce', {
    'portico/tier': 'critical',
    'portico/cost-budget': '400 USD',
  }),
  component('rollouts', 'platform', {}),
];

export const MARTA = 'user:default/marta';
export const JONAS = 'user:default/jonas';
export const PRIYA = 'user:default/priya';
export const ADA = 'user:default/ada';
export const KOFI = 'user:default/kofi';
export const VIKTOR = 'user:default/viktor';
export const SAMIRA = 'user:default/samira';
