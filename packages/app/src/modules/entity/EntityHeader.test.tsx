import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityHeader } from './EntityHeader';
import { RelationsCard } from './RelationsCard';

const apiVersion = 'backstage.io/v1alpha1';
const system: Entity = {
  apiVersion,
  kind: 'System',
  metadata: { name: 'order-service' },
  relations: [
    { type: 'partOf', targetRef: 'domain:default/business-services' },
  ],
};
const orders: Entity = {
  apiVersion,
  kind: 'Component',
  metadata: { name: 'orders', description: 'Takes customer orders.' },
  spec: { type: 'service', lifecycle: 'production' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/commerce' },
    { type: 'partOf', targetRef: 'system:default/order-service' },
    { type: 'dependsOn', targetRef: 'component:default/gone' },
  ],
};
const slots = { badges: [], freshness: [], actions: [], facts: [], links: [] };

function renderWith(entity: Entity, element: JSX.Element) {
  renderInTestApp(<EntityProvider entity={entity}>{element}</EntityProvider>, {
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef as never,
    },
    apis: [
      [catalogApiRef, catalogApiMock({ entities: [system, orders] })],
      [starredEntitiesApiRef, new MockStarredEntitiesApi()],
    ],
  });
}

describe('entity page', () => {
  it('says where the entity stands, what it is and whose', async () => {
    renderWith(
      orders,
      <EntityHeader
        slots={{ ...slots, badges: [<b key="b">Degraded</b>] }}
        activeTabId="/"
        tabs={[
          { id: '/', label: 'Overview', href: '' },
          {
            id: 'deployment',
            label: 'Deployment',
            items: [{ id: '/argocd', label: 'Argo CD', href: 'argocd' }],
          },
        ]}
      />,
    );
    expect(
      await screen.findByRole('heading', { level: 1, name: 'orders' }),
    ).toBeInTheDocument();
    expect(screen.getByText('component · service')).toBeInTheDocument();
    expect(screen.getByText('Degraded')).toBeInTheDocument();
    const path = screen.getByRole('navigation', { name: 'Breadcrumb' });
    expect(
      await within(path).findByRole('link', { name: 'business-services' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'commerce' })).toHaveAttribute(
      'href',
      '/catalog/default/group/commerce',
    );
    expect(screen.getByRole('link', { name: 'Overview' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Star' }));
    expect(
      await screen.findByRole('button', { name: 'Starred' }),
    ).toBeInTheDocument();
  });

  it('names what the catalog does not know instead of hiding it', async () => {
    renderWith(orders, <RelationsCard />);
    expect(await screen.findByText('not in the catalog')).toBeInTheDocument();
  });

  it('says how to add relations where there are none', async () => {
    renderWith({ ...orders, relations: [] }, <RelationsCard />);
    expect(
      await screen.findByText('Nothing is related to orders yet'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copy' })).toBeInTheDocument();
  });
});
