import { parseLabelSelector } from './labelSelector';

const labels = { app: 'orders', tier: 'front', 'app.io/part-of': 'shop' };

it.each([
  ['app=orders', true],
  ['app==orders', true],
  ['app = orders, tier=front', true],
  ['app=orders,tier=back', false],
  ['app!=orders', false],
  ['team!=commerce', true],
  ['tier in (front, back)', true],
  ['tier notin (front,back),app=orders', false],
  ['app.io/part-of', true],
  ['!app', false],
  ['!team', true],
])('%s', (selector, matches) => {
  expect(parseLabelSelector(selector)(labels)).toBe(matches);
});

it.each(['', 'app=orders)', 'app in orders', 'app="orders"'])(
  'refuses %p',
  selector => {
    expect(() => parseLabelSelector(selector)).toThrow('is no label selector');
  },
);
