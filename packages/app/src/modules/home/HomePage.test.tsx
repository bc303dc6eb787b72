import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { visitsApiRef } from '@backstage/plugin-home';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HomePage } from './HomePage';

const commerce = { type: 'ownedBy', targetRef: 'group:default/commerce' };
const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orders', annotations: { 'portico/tier': 'critical' } },
    spec: {
      type: 'service',
      lifecycle: 'production',
      system: 'order-service',
      owner: 'group:default/commerce',
    },
    relations: [commerce],
  },
  {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: 'new-service',
      title: 'New service',
      description: 'Repository, CI, cloud, deployment.',
    },
    spec: { type: 'service', steps: [] },
  },
];

const noSlots = {
  needsYou: [],
  columns: [],
  figures: [],
  main: [],
  side: [],
};

function renderHome(
  options: {
    catalog?: object;
    listTasks?: jest.Mock;
  } = {},
) {
  const { listTasks = jest.fn().mockResolvedValue({ tasks: [] }) } = options;
  return renderInTestApp(<HomePage slots={noSlots} />, {
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef as never,
    },
    apis: [
      [
        catalogApiRef,
        Object.assign(catalogApiMock({ entities }), options.catalog),
      ],
      [
        identityApiRef,
        mockApis.identity({
          userEntityRef: 'user:default/lena.fischer',
          ownershipEntityRefs: ['group:default/commerce'],
          displayName: 'Lena Fischer',
        }),
      ],
      [scaffolderApiRef, { listTasks } as never],
      [visitsApiRef, { list: async () => [] } as never],
      [starredEntitiesApiRef, new MockStarredEntitiesApi()],
    ],
  });
}

describe('HomePage', () => {
  it('greets, lists the services of my team and what I can start', async () => {
    renderHome();
    expect(
      await screen.findByRole('heading', { level: 1, name: /, Lena$/ }),
    ).toBeInTheDocument();
    const services = await screen.findByRole('region', { name: 'My services' });
    expect(await within(services).findByText('orders')).toBeInTheDocument();
    expect(within(services).getByText('1 of commerce')).toBeInTheDocument();
    expect(within(services).getByText('critical')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: /New service/ }),
    ).toHaveAttribute('href', '/create/templates/default/new-service');
    expect(
      await screen.findByText('You have started nothing yet'),
    ).toBeInTheDocument();
  });

  it('tells whoever may run no template how one comes to any', async () => {
    const getEntities = jest.fn().mockResolvedValue({ items: [] });
    renderHome({ catalog: { getEntities } });
    expect(
      await screen.findByText('No template that you may run yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/comes with a group.*platform team/),
    ).toBeInTheDocument();
  });

  it('says who does not answer, keeps the other sections, and asks again', async () => {
    const getEntities = jest
      .fn()
      .mockRejectedValue(new Error('503 Service Unavailable'));
    const mock = catalogApiMock({ entities });
    renderHome({ catalog: { getEntities } });
    const services = await screen.findByRole('region', { name: 'My services' });
    expect(
      await within(services).findByText(
        'Unknown: the catalog has not answered',
      ),
    ).toBeInTheDocument();
    expect(
      within(services).getByText('503 Service Unavailable'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('You have started nothing yet'),
    ).toBeInTheDocument();

    getEntities.mockImplementation(request => mock.getEntities(request));
    await userEvent.click(within(services).getByText('Try now'));
    expect(await within(services).findByText('orders')).toBeInTheDocument();
  });
});
