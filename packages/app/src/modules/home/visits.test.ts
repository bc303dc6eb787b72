import { visitRows } from './visits';

const visit = (pathname: string, entityRef?: string) => ({
  id: pathname,
  name: pathname,
  pathname,
  hits: 1,
  timestamp: 0,
  entityRef,
});

it('lists entities and documents once, and leaves out overview pages', () => {
  const rows = visitRows(
    [
      visit('/catalog/default/component/orders/ci', 'component:default/orders'),
      visit('/'),
      visit('/catalog/default/component/orders', 'component:default/orders'),
      visit('/docs/default/component/orders/runbook'),
      visit('/settings/general'),
    ],
    5,
  );
  expect(rows.map(({ name, what, to }) => [name, what, to])).toEqual([
    ['orders', 'component', '/catalog/default/component/orders'],
    ['orders', 'docs', '/docs/default/component/orders'],
  ]);
});
