import { Entity } from '@backstage/catalog-model';
import { entityFacts, entityLinks } from './entityFacts';
import { relationColumns } from './relationColumns';

const orders: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: {
      'portico/tier': 'critical',
      'backstage.io/techdocs-ref': 'dir:.',
      'backstage.io/source-location': 'url:https://github.com/mini-org/orders/',
    },
    links: [
      { url: 'https://github.com/mini-org/orders', title: 'Source' },
      { url: 'https://wiki.example/orders', title: 'Runbook' },
    ],
  },
  spec: { type: 'service', lifecycle: 'production' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/commerce' },
    { type: 'partOf', targetRef: 'system:default/order-service' },
    { type: 'dependsOn', targetRef: 'resource:default/orders-db' },
    { type: 'consumesApi', targetRef: 'api:default/payments' },
    { type: 'dependencyOf', targetRef: 'component:default/cart' },
  ],
};

it('tells owner, lifecycle, system and tier of a component', () => {
  const told = entityFacts(orders).map(({ label, text, refs }) => [
    label,
    text ?? refs,
  ]);
  expect(told).toEqual([
    ['Owner', ['group:default/commerce']],
    ['Lifecycle', 'production'],
    ['System', ['system:default/order-service']],
    ['Tier', 'critical'],
  ]);
});

it('links repository and docs once, then what the entity lists', () => {
  expect(entityLinks(orders)).toEqual([
    { title: 'Repository', to: 'https://github.com/mini-org/orders' },
    { title: 'Docs', to: '/docs/default/component/orders' },
    { title: 'Runbook', to: 'https://wiki.example/orders' },
  ]);
});

it('lists what a component uses and what uses it', () => {
  expect(relationColumns(orders)).toEqual({
    title: 'Dependencies',
    columns: [
      {
        title: 'Uses',
        refs: ['api:default/payments', 'resource:default/orders-db'],
      },
      { title: 'Used by', refs: ['component:default/cart'] },
    ],
  });
});

it('lists what a team owns and who is in it', () => {
  const team: Entity = {
    ...orders,
    kind: 'Group',
    relations: [
      { type: 'ownerOf', targetRef: 'component:default/orders' },
      { type: 'hasMember', targetRef: 'user:default/lena.fischer' },
    ],
  };
  expect(relationColumns(team).columns.map(column => column.title)).toEqual([
    'Owns',
    'Members',
  ]);
});
