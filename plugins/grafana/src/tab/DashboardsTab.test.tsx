import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  connections,
  latencyHigh,
  ordersAlerts,
  ordersEntity,
  ordersList,
  p95,
  redView,
  summary,
  variable,
} from '../__testUtils__/orders';
import { backendError, show } from '../__testUtils__/render';
import { FakeScreen } from '../__testUtils__/screen';
import { DashboardsTab } from './DashboardsTab';

jest.mock('../panels/registry', () =>
  jest.requireActual('../__testUtils__/fakeRegistry'),
);
beforeEach(() => new FakeScreen());

const region = (name: string) => screen.findByRole('region', { name });
const address = () => screen.getByTestId('address').textContent;
const lastQuery = (dashboard: jest.Mock) => dashboard.mock.lastCall![1];

describe('the tab Dashboards', () => {
  it('opens with the answer, then the rules that need a look, then the dashboard', async () => {
    show(<DashboardsTab />);
    expect(await screen.findByText('1 of 2 alert rules firing.')).toBeVisible();
    const alerts = within(await region('Alerts'));
    expect(
      alerts.getByRole('row', { name: /OrdersLatencyHigh/ }),
    ).toHaveTextContent(/Firing.*p95 480 ms, objective 300 ms/);
    await userEvent.click(
      alerts.getByRole('button', { name: /1 normal, show/ }),
    );
    expect(
      alerts.getByRole('row', { name: /OrdersErrorsHigh/ }),
    ).toHaveTextContent('Normal');
    expect(
      await within(await region('p95 by route')).findByRole('img', {
        name: 'p95 by route. p95 rose to 513 ms',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Orders / RED' })).toHaveAttribute(
      'aria-current',
      'page',
    );
  });

  it('shows what its address says', async () => {
    const dashboard = jest.fn(async () => redView);
    const panel = jest.fn(async () => {
      throw backendError('QueryFailedError', 'no');
    });
    show(<DashboardsTab />, {
      search:
        '?dashboard=orders-logs&from=now-2d&to=now&var-environment=staging',
      api: { dashboard, panel },
    });
    await region('p95 by route');
    const query = {
      from: 'now-2d',
      to: 'now',
      values: { environment: ['staging'] },
    };
    expect(dashboard).toHaveBeenCalledWith(
      {
        entityRef: 'component:default/orders',
        instance: 'mini-org',
        uid: 'orders-logs',
      },
      query,
      expect.anything(),
    );
    await waitFor(() =>
      expect(panel).toHaveBeenCalledWith(
        expect.anything(),
        '2',
        { ...query, points: 600 },
        expect.anything(),
      ),
    );
    expect(
      screen.getByRole('button', { name: 'Last 2 days' }),
    ).toBeInTheDocument();
  });

  it('keeps a chosen range and value in the address', async () => {
    const dashboard = jest.fn(async () => redView);
    show(<DashboardsTab />, { api: { dashboard } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Last hour' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Last 6 hours' }),
    );
    await waitFor(() => expect(address()).toBe('?from=now-6h&to=now'));
    const bar = within(screen.getByRole('group', { name: 'Variables' }));
    await userEvent.click(
      bar.getByRole('button', { name: 'Environment: production' }),
    );
    await userEvent.keyboard('stag{Enter}');
    await waitFor(() => expect(address()).toMatch(/var-environment=staging$/));
    await waitFor(() =>
      expect(lastQuery(dashboard)).toEqual({
        from: 'now-6h',
        to: 'now',
        values: { environment: ['staging'] },
      }),
    );
  });

  it('takes a typed range, and says what is wrong with one', async () => {
    show(<DashboardsTab />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Last hour' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Time range' }),
    );
    const from = dialog.getByRole('textbox', { name: 'From' });
    const apply = dialog.getByRole('button', { name: 'Show this range' });
    await userEvent.clear(from);
    await userEvent.type(from, 'tomorrow');
    await userEvent.click(apply);
    expect(dialog.getByText(/“tomorrow” is no time/)).toBeInTheDocument();
    await userEvent.clear(from);
    await userEvent.type(from, 'now-90m');
    await userEvent.click(apply);
    await waitFor(() => expect(address()).toBe('?from=now-90m&to=now'));
  });

  it('takes over several values when the list closes, and asks the server for those it did not send', async () => {
    const options = jest.fn(async () => [{ text: 'route 999', value: 'r999' }]);
    show(<DashboardsTab />, {
      api: {
        options,
        dashboard: async () => ({
          ...redView,
          variables: [
            variable({
              name: 'route',
              multi: true,
              includeAll: true,
              current: ['$__all'],
              more: 1200,
            }),
          ],
        }),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'route: All' }),
    );
    expect(
      screen.getByText('1,200 more; type to find them'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('option', { name: 'staging' }));
    await userEvent.type(
      screen.getByRole('combobox', { name: 'route' }),
      '999',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'route 999' }),
    );
    expect(address()).toBe('');
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(address()).toBe('?var-route=staging&var-route=r999'),
    );
    expect(options).toHaveBeenCalledWith(
      expect.anything(),
      'route',
      { search: '999' },
      expect.anything(),
      expect.anything(),
    );
  });

  it('adds and takes away ad hoc filters', async () => {
    const options = jest.fn(async () => [{ text: '500', value: '500' }]);
    show(<DashboardsTab />, {
      api: {
        options,
        dashboard: async () => ({
          ...redView,
          variables: [
            variable({
              name: 'Filters',
              type: 'adhoc',
              options: [],
              filters: [{ key: 'pod', operator: '!=', value: 'a' }],
              keys: ['code', 'pod'],
            }),
          ],
        }),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Filter' }),
    );
    await userEvent.click(await screen.findByRole('option', { name: '500' }));
    await waitFor(() =>
      expect(address()).toBe('?var-Filters=pod|!=|a&var-Filters=code|=|500'),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove pod != a' }),
    );
    await waitFor(() => expect(address()).not.toMatch(/pod/));
  });

  it('sets back what another choice no longer offers', async () => {
    const variables = [
      variable({ name: 'environment' }),
      variable({ name: 'pod', options: [{ text: 'a', value: 'a' }] }),
    ];
    show(<DashboardsTab />, {
      search: '?var-pod=a',
      api: {
        dashboard: async (_, { values }) => {
          if (values.environment && values.pod) {
            throw backendError('ValueRefusedError', 'pod does not offer a');
          }
          return { ...redView, variables };
        },
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'environment: production' }),
    );
    await userEvent.click(screen.getByRole('option', { name: 'staging' }));
    await waitFor(() => expect(address()).toBe('?var-environment=staging'));
    await waitFor(() =>
      expect(screen.queryByText('A chosen value is not offered')).toBeNull(),
    );
  });

  it('opens and closes rows, and reads nothing in closed ones', async () => {
    const panel = jest.fn(() => new Promise<never>(() => {}));
    const row = {
      ...p95,
      id: 9,
      key: '9',
      kind: 'row' as const,
      title: 'Pods',
      collapsed: true,
    };
    show(<DashboardsTab />, {
      api: {
        panel,
        dashboard: async () => ({
          ...redView,
          panels: [row, { ...connections, row: '9' }],
        }),
      },
    });
    const head = await screen.findByRole('button', { name: /Pods/ });
    expect(head).toHaveAttribute('aria-expanded', 'false');
    expect(panel).not.toHaveBeenCalled();
    await userEvent.click(head);
    await region('Connections to orders-db');
    await waitFor(() => expect(panel).toHaveBeenCalledTimes(1));
  });

  it('mutes a rule with a reason, and ends its own silence', async () => {
    const silence = {
      id: 's1',
      createdBy: 'Priya',
      comment: 'known',
      startsAt: '',
      endsAt: '2026-11-20T16:00:00Z',
      url: 'http://grafana/silences/s1',
      own: true,
    };
    let silences: (typeof silence)[] = [];
    const mute = jest.fn(async () => {
      silences = [silence];
      return silence;
    });
    const endSilence = jest.fn(async () => {
      silences = [];
    });
    show(<DashboardsTab />, {
      api: {
        silence: mute,
        endSilence,
        alerts: async () => ({
          ...ordersAlerts,
          items: [{ ...latencyHigh, silences }],
        }),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Mute OrdersLatencyHigh' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: '2 h' }));
    await userEvent.type(dialog.getByRole('textbox', { name: /Why/ }), 'known');
    await userEvent.click(dialog.getByRole('button', { name: 'Mute' }));
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'End the silence of OrdersLatencyHigh',
      }),
    );
    expect(mute).toHaveBeenCalledWith('component:default/orders', {
      instance: 'mini-org',
      ruleUid: 'orderslatencyhigh',
      minutes: 120,
      comment: 'known',
    });
    await screen.findByRole('button', { name: 'Mute OrdersLatencyHigh' });
    expect(endSilence).toHaveBeenCalledWith(
      'component:default/orders',
      'mini-org',
      's1',
    );
  });

  it('offers no muting to whom it is not given', async () => {
    const metadata = { name: 'payments' };
    show(<DashboardsTab />, {
      allowed: false,
      entity: { ...ordersEntity, metadata },
    });
    await region('Alerts');
    await region('p95 by route');
    expect(
      screen.queryByRole('button', { name: /^Mute/ }),
    ).not.toBeInTheDocument();
  });

  it('lists many dashboards to search', async () => {
    const items = Array.from({ length: 8 }, (_, index) =>
      summary(`d${index}`, `Dashboard ${index}`),
    );
    show(<DashboardsTab />, {
      api: { dashboards: async () => ({ ...ordersList, items }) },
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Dashboard: Dashboard 0, one of 8',
      }),
    );
    await userEvent.keyboard('board 7{Enter}');
    await waitFor(() => expect(address()).toMatch(/dashboard=d7/));
  });

  it('says how to link dashboards where there are none', async () => {
    show(<DashboardsTab />, {
      api: {
        dashboards: async () => ({
          ...ordersList,
          items: [],
          overview: undefined,
        }),
      },
    });
    expect(
      await screen.findByText('No dashboards are linked to orders'),
    ).toBeInTheDocument();
    expect(
      screen.getByLabelText('Lines for catalog-info.yaml'),
    ).toHaveTextContent(`grafana/dashboard-selector: "tags @> 'orders'"`);
  });

  it.each([
    [
      'RangeRefusedError',
      'Show the dashboard’s own range',
      '?from=now-10y&to=now',
      '',
    ],
    ['ValueRefusedError', 'Use the dashboard’s own values', '?var-a=b', ''],
  ])('gets out of a %s', async (name, way, search, after) => {
    show(<DashboardsTab />, {
      search,
      api: {
        dashboard: async (_, { from, values }) => {
          if (from || values.a) throw backendError(name, 'refused');
          return redView;
        },
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: way }));
    await region('p95 by route');
    expect(address()).toBe(after);
  });

  it('names a dashboard that is not there any more', async () => {
    show(<DashboardsTab />, { search: '?dashboard=gone' });
    expect(
      await screen.findByText(/The dashboard gone is none of this entity/),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('link', { name: 'See what there is' }),
    );
    await region('p95 by route');
  });
});
