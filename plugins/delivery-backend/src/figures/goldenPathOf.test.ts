import { componentsOf } from '../collect/componentsOf';
import { goldenPathOf } from './goldenPathOf';

const component = (
  name: string,
  owner: string,
  type: string,
  made?: string,
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    ...(made && { annotations: { 'portico/template': made } }),
  },
  spec: { type },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
});
const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name: 'new-service',
    annotations: { 'portico/template-version': '1.1' },
  },
};

it('counts services and teams, and names who is behind', () => {
  const found = componentsOf(
    [
      component('cart', 'commerce', 'service', 'new-service/nodejs@1.1'),
      component('gift-cards', 'commerce', 'service', 'new-service/nodejs@1.0'),
      component('payouts', 'payments', 'service'),
      component('toolkit', 'commerce', 'Library', 'new-service/nodejs@1.0'),
      template,
    ],
    ['library'],
  );
  expect(goldenPathOf(found.map(({ facts }) => facts))).toEqual({
    services: { n: 3, count: 2 },
    teams: { n: 2, count: 1 },
    behind: [
      {
        entityRef: 'component:default/gift-cards',
        title: 'gift-cards',
        template: 'new-service/nodejs',
        version: '1.0',
        newest: '1.1',
      },
    ],
  });
});
