import { screen, waitFor, within } from '@testing-library/react';
import { ordersList } from '../__testUtils__/orders';
import { backendError, show } from '../__testUtils__/render';
import { FakeScreen } from '../__testUtils__/screen';
import { OverviewPanels } from './OverviewPanels';

jest.mock('../panels/registry', () =>
  jest.requireActual('../__testUtils__/fakeRegistry'),
);
beforeEach(() => new FakeScreen());

describe('panels in the overview', () => {
  it('are those that were chosen, in their order, with the way to the dashboard', async () => {
    const [first] = ordersList.items;
    show(<OverviewPanels />, {
      api: {
        dashboards: async () => ({
          ...ordersList,
          overview: { ...first, panelIds: [3, 2, 99] },
        }),
      },
    });
    const connections = within(
      await screen.findByRole('region', { name: 'Connections to orders-db' }),
    );
    expect(await connections.findByRole('img')).toBeInTheDocument();
    const titles = screen.getAllByRole('heading').map(it => it.textContent);
    expect(titles).toEqual(['Connections to orders-db', 'p95 by route']);
    expect(screen.getByRole('link', { name: 'Orders / RED' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders/dashboards?dashboard=orders-red&instance=mini-org',
    );
  });

  it('are absent where none were chosen', async () => {
    const dashboards = jest.fn(async () => ({
      ...ordersList,
      overview: undefined,
    }));
    show(<OverviewPanels />, { api: { dashboards } });
    await waitFor(() => expect(dashboards).toHaveBeenCalled());
    await dashboards.mock.results[0].value;
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });

  it('say why they can’t be shown', async () => {
    show(<OverviewPanels />, {
      api: {
        dashboard: async () => {
          throw backendError('GrafanaCredentialError', '401 Unauthorized');
        },
      },
    });
    expect(
      await screen.findByText('Grafana refuses Portico’s token'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Try now' })).toBeInTheDocument();
  });
});
