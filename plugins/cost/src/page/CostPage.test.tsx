import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { basis } from '../__testUtils__/orders';
import { openPage } from './__testUtils__/openPage';
import {
  levelOf,
  organisation,
  rowOf,
  teams,
} from './__testUtils__/organisation';

// A browser scrolls; jsdom says that it can't.
window.scrollTo = () => {};

describe('what the organisation costs', () => {
  it('says how the month stands, then what it has cost and by whom', async () => {
    openPage();
    expect(
      await screen.findByText(/^November is heading 950 USD/),
    ).toBeInTheDocument();
    const month = screen.getByRole('group', { name: 'Month to date' });
    expect(month).toHaveTextContent(/18,412\.67\sUSD/);
    expect(month).toHaveTextContent(
      /19 of 30 days; October had 17,240\.15 by then \(\+6\.8\s%\)/,
    );
    expect(month).toHaveTextContent('2 over, 1 near');
    expect(month).toHaveTextContent(/412\sUSD a month/);
    expect(
      screen.getByRole('slider', { name: /^By team, each day\./ }),
    ).toBeInTheDocument();
    expect(screen.getByText(/amortised, USD · to 19 Nov/)).toBeInTheDocument();
  });

  it('names what is unattributed with its causes, and that all adds up to the bill', async () => {
    openPage();
    const causes = await screen.findByRole('table', { name: 'Causes' });
    const [, first] = within(causes).getAllByRole('row');
    expect(first).toHaveTextContent(/No service tag61\s%1,884\.40/);
    expect(
      within(first).getByRole('link', { name: 'Tag 14 resources' }),
    ).toHaveAttribute('href', '/cost/unattributed?cause=no-tag');
    const line = screen.getByRole('group', { name: 'Reconciliation' });
    expect(line).toHaveTextContent(
      'Attributed 13,204.18+ Shared and split 2,117.40+ Unattributed 3,091.09= The bill 18,412.67',
    );
    expect(line).toHaveTextContent('Reconciled to the cent');
    expect(line).toHaveTextContent('AWS 16,204.55, fixed 2,208.12');
    expect(
      screen.getByRole('img', {
        name: /^Unattributed share of the bill in 12 months, from 10\.4\s% to 16\.8\s%/,
      }),
    ).toBeInTheDocument();
  });

  it('does not say that it is reconciled where the parts are not the bill', async () => {
    openPage('/cost', {
      organisation: async () => ({
        ...organisation,
        reconciliation: {
          ...organisation.reconciliation!,
          unattributed: '3091.08',
        },
      }),
    });
    expect(
      await screen.findByText('The parts do not add up to the bill'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Reconciled to the cent')).toBeNull();
  });

  it('drills down, asking for each level when it is opened', async () => {
    const breakdown = jest.fn(async ({ within: path = [] }) => {
      if (path.length === 0) return teams;
      if (path.length === 1) {
        return levelOf(
          [rowOf('component:default/orders', '268.40', { next: 'resource' })],
          '268.40',
        );
      }
      return levelOf(
        [
          rowOf('nat', '41.90', {
            title: 'NAT gateway data',
            kind: 'resource',
            entityRef: undefined,
            note: 'split by requests',
          }),
        ],
        '41.90',
      );
    });
    openPage('/cost', { breakdown: breakdown as never });
    const table = await screen.findByRole('table', {
      name: 'Costs by team, USD',
    });
    expect(breakdown).toHaveBeenCalledTimes(1);
    const commerce = within(table).getByRole('button', {
      name: 'What is in commerce',
    });
    expect(commerce).toHaveAttribute('aria-expanded', 'false');
    const row = commerce.closest('tr')!;
    expect(row).toHaveTextContent(/2,611\.35\+6\.8\s%/);
    expect(row).toHaveTextContent(/4,1204,0003\.0\s% over/);
    commerce.focus();
    await userEvent.keyboard('{ArrowRight}');
    const orders = await within(table).findByRole('button', {
      name: 'What is in orders',
    });
    expect(within(table).getByRole('link', { name: 'orders' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders/cost',
    );
    await userEvent.click(orders);
    expect(
      await within(table).findByText('NAT gateway data'),
    ).toBeInTheDocument();
    expect(breakdown).toHaveBeenLastCalledWith({
      by: 'owner',
      metric: 'effective',
      month: undefined,
      within: ['group:default/commerce', 'component:default/orders'],
    });
    orders.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(within(table).queryByText('NAT gateway data')).toBeNull();
    await userEvent.keyboard('{ArrowLeft}');
    expect(commerce).toHaveFocus();
  });

  it('shows the largest of a thousand first, and what is nobody’s always', async () => {
    const many = Array.from({ length: 1_000 }, (_, at) =>
      rowOf(`component:default/s${at}`, '1.00'),
    );
    openPage('/cost', {
      breakdown: async () => levelOf([...many, teams.rows[2]], '4091.09'),
    });
    const table = await screen.findByRole('table', { name: /Costs by team/ });
    expect(within(table).getAllByRole('row').length).toBeLessThan(60);
    expect(within(table).getByText('Unattributed')).toBeInTheDocument();
    await userEvent.click(
      within(table).getByRole('button', { name: '200 more of 1,000' }),
    );
    expect(within(table).getByText('s239')).toBeInTheDocument();
  });

  it('tells costs apart by what is chosen, and keeps it in the address', async () => {
    const { breakdown } = openPage('/cost?by=label:customer&metric=billed');
    expect(
      await screen.findByRole('table', { name: 'Costs by customer, USD' }),
    ).toBeInTheDocument();
    expect(breakdown).toHaveBeenLastCalledWith(
      expect.objectContaining({ by: 'label:customer', metric: 'billed' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Environment' }));
    expect(
      await screen.findByRole('table', { name: 'Costs by environment, USD' }),
    ).toBeInTheDocument();
  });

  it('asks for another month and metric, and keeps them in every section', async () => {
    const { organisation: asked } = openPage('/cost?month=2026-10');
    expect(await screen.findByLabelText('Month')).toHaveValue('2026-10');
    await userEvent.selectOptions(screen.getByLabelText('Metric'), 'billed');
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith({
        month: '2026-10',
        metric: 'billed',
        by: 'owner',
      }),
    );
    expect(screen.getByRole('link', { name: 'Budgets' })).toHaveAttribute(
      'href',
      '/cost/budgets?month=2026-10&metric=billed',
    );
  });

  it('saves the month as a file', async () => {
    const save = jest.fn(() => 'blob:');
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
    Object.assign(URL, { createObjectURL: save, revokeObjectURL: () => {} });
    const file = new Blob(['a']);
    const api = openPage('/cost?month=2026-10', {
      export: jest.fn(async () => file),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /^FOCUS/ }),
    );
    await waitFor(() => expect(save).toHaveBeenCalledWith(file));
    expect(api.export).toHaveBeenCalledWith({
      format: 'focus',
      month: '2026-10',
      metric: 'effective',
    });
  });

  it('says what is missing or late', async () => {
    openPage('/cost', {
      organisation: async () => ({
        ...organisation,
        basis: {
          ...basis,
          problems: [
            {
              kind: 'missing-days',
              source: 'AWS',
              message: '18 Nov is not in the export yet.',
            },
          ],
        },
      }),
    });
    expect(
      await screen.findByText(/18 Nov is not in the export yet/),
    ).toBeInTheDocument();
  });
});
