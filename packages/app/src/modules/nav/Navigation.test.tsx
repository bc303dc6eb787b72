import { AppNode, createRouteRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { NavContentNavItems } from '@backstage/plugin-app-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  notificationsApiRef,
  notificationsPlugin,
} from '@backstage/plugin-notifications';
import { screen } from '@testing-library/react';
import { Navigation } from './Navigation';

const items = ['approvals', 'health'].map(pluginId => ({
  node: { spec: { id: `page:${pluginId}`, plugin: { pluginId } } } as AppNode,
  title: pluginId,
  href: `/${pluginId}`,
  icon: <i />,
  routeRef: createRouteRef(),
}));

const navItems = {
  clone: () => ({ rest: () => items }),
} as unknown as NavContentNavItems;

it('shows what a plugin counts behind the entry of its page', async () => {
  renderInTestApp(
    <Navigation
      navItems={navItems}
      items={[]}
      counts={new Map([['approvals', '2 waiting for you']])}
    />,
    {
      mountedRoutes: {
        '/notifications': notificationsPlugin.routes.root as never,
      },
      apis: [
        mockApis.identity(),
        [catalogApiRef, catalogApiMock()],
        [
          notificationsApiRef,
          { getStatus: async () => ({ unread: 0, read: 0 }) } as never,
        ],
      ],
    },
  );
  expect(
    await screen.findByRole('link', { name: 'Approvals 2 waiting for you' }),
  ).toHaveAttribute('href', '/approvals');
  expect(screen.getByRole('link', { name: 'Health' })).toBeInTheDocument();
});
