import { AppNode, createRouteRef } from '@backstage/frontend-plugin-api';
import { NavContentNavItem } from '@backstage/plugin-app-react';
import { activeEntry, groupPages } from './navGroups';

const page = (id: string, title: string, href: string): NavContentNavItem => ({
  node: {
    spec: { id, plugin: { pluginId: id.replace(/^page:|\/.*$/g, '') } },
  } as AppNode,
  title,
  href,
  icon: <i />,
  routeRef: createRouteRef(),
});

const pages = [
  page('page:scaffolder', 'Create...', '/create'),
  page('page:zebra', 'Zebra', '/zebra'),
  page('page:search', 'Search', '/search'),
  page('page:catalog', 'Catalog', '/catalog'),
  page('page:catalog-import', 'Import', '/catalog-import'),
  page('page:home', 'Home', '/'),
  page('page:app/organisation', 'Organisation', '/organisation'),
];

it('puts pages into the groups of the design and leaves out what is not there', () => {
  expect(
    groupPages(pages).map(({ title, entries }) => [
      title,
      ...entries.map(entry => entry.title),
    ]),
  ).toEqual([
    [undefined, 'Home', 'Catalog'],
    ['Change', 'Create'],
    ['Platform', 'Organisation'],
    ['More', 'Zebra'],
  ]);
});

it('shows Health once a plugin brings it', () => {
  const groups = groupPages([...pages, page('page:health', 'x', '/health')]);
  expect(groups[1]).toEqual({
    title: 'Operate',
    entries: [
      {
        id: 'page:health',
        plugin: 'health',
        title: 'Health',
        href: '/health',
        icon: 'pulse',
      },
    ],
  });
});

it.each([
  ['/', 'page:home'],
  ['/catalog', 'page:catalog'],
  ['/catalog/default/component/orders', 'page:catalog'],
  ['/catalog-import', undefined],
  ['/create/tasks/1', 'page:scaffolder'],
])('at %s the entry %s is open', (pathname, id) => {
  expect(activeEntry(groupPages(pages), pathname)).toBe(id);
});
