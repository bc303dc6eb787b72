import { slugOf } from './slugOf';

it.each([
  ['https://github.com/mini-org/orders.git', 'mini-org/orders'],
  ['http://127.0.0.1:7101/mini-org/orders', 'mini-org/orders'],
  ['git@github.com:mini-org/orders.git', 'mini-org/orders'],
  ['ssh://git@github.com/mini-org/orders.git', 'mini-org/orders'],
  ['https://charts.example.com', undefined],
  ['', undefined],
])('%s names %s', (url, slug) => {
  expect(slugOf(url)).toBe(slug);
});
