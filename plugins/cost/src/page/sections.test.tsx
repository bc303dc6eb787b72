import type {
  BudgetRow,
  ReconciliationRow,
  UnattributedItem,
} from '@portico/plugin-cost-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anomaly, basis, standing } from '../__testUtils__/orders';
import { openPage } from './__testUtils__/openPage';
import { organisation, saving, standingOf } from './__testUtils__/organisation';

// A browser scrolls; jsdom says that it can't.
window.scrollTo = () => {};

const item = (id: string, changes: Partial<UnattributedItem> = {}) => ({
  id,
  cause: 'no-tag' as const,
  title: id,
  provider: 'AWS',
  account: 'staging',
  service: 'EC2',
  tags: { env: 'staging' },
  amount: '120.40',
  todo: 'Tag it with the service that it is for.',
  copy: `service=${id}`,
  ...changes,
});

describe('the list of what is unattributed', () => {
  it('says what each is, how it is tagged, and gives a line to copy', async () => {
    const user = userEvent.setup();
    const writeText = jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockResolvedValue();
    openPage('/cost/unattributed', {
      unattributed: async () => organisation.unattributed!,
      unattributedItems: async () => ({
        items: [
          item('lake-raw', {
            cause: 'unknown-name',
            found: 'service=lake-raw',
            tags: { service: 'lake-raw', env: 'prod' },
            suggestion: 'component:default/lake-ingest',
            todo: 'Correct the tag.',
          }),
        ],
        more: 0,
      }),
    });
    const table = await screen.findByRole('table', { name: 'To work through' });
    const [, row] = within(table).getAllByRole('row');
    expect(row).toHaveTextContent(
      'lake-rawEC2, account staging, AWSservice=lake-rawenv=prod120.40Correct the tag. See lake-ingest',
    );
    expect(
      within(row).getByRole('link', { name: 'See lake-ingest' }),
    ).toHaveAttribute('href', '/catalog/default/component/lake-ingest');
    await user.click(within(row).getByRole('button', { name: /^Copy/ }));
    expect(writeText).toHaveBeenCalledWith('service=lake-raw');
    expect(await within(row).findByText('Copied')).toBeInTheDocument();
  });

  it('is narrowed down by cause and by what is typed, and goes on where it ends', async () => {
    const asked = jest.fn(async ({ search, offset }) => ({
      items: search ? [] : [item(offset ? 'second' : 'first')],
      more: offset || search ? 0 : 1_204,
    }));
    openPage('/cost/unattributed?cause=no-tag', {
      unattributed: async () => organisation.unattributed!,
      unattributedItems: asked as never,
    });
    expect(await screen.findByLabelText('Cause')).toHaveValue('no-tag');
    expect(await screen.findByText('1,205, largest first')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show more; 1,204 are left' }),
    );
    expect(await screen.findByText('second')).toBeInTheDocument();
    expect(screen.getByText('first')).toBeInTheDocument();
    expect(asked).toHaveBeenLastCalledWith(
      expect.objectContaining({ cause: 'no-tag', offset: 1 }),
    );
    await userEvent.type(
      screen.getByLabelText('Find by name, tag or account'),
      'kafka',
    );
    expect(
      await screen.findByText('Narrowed down to No service tag and “kafka”.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith(
        expect.objectContaining({ cause: undefined, search: undefined }),
      ),
    );
  });
});

describe('providers', () => {
  const row: ReconciliationRow = {
    month: '2026-11',
    provider: 'AWS',
    attributed: '13204.18',
    shared: '2117.40',
    unattributed: '882.97',
    bill: '16204.55',
    exact: true,
    estimated: '0',
    comparisons: [
      { source: 'AWS Cost Explorer', amount: '16204.55', difference: '0.00' },
    ],
  };

  it('says of each month and provider that its parts are the bill, and that others say the same', async () => {
    openPage('/cost/providers', {
      reconciliation: async () => [
        row,
        {
          ...row,
          month: '2026-10',
          exact: false,
          comparisons: [{ ...row.comparisons![0], difference: '-0.31' }],
        },
      ],
    });
    const table = await screen.findByRole('table', {
      name: 'Reconciliation by month and provider',
    });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent(
      'November 2026AWS13,204.182,117.40882.9716,204.55Adds upAWS Cost Explorer: the same',
    );
    expect(second).toHaveTextContent('Does not add upAWS Cost Explorer: −0.31');
    expect(
      screen.getByText('1 of 2 do not add up to the bill'),
    ).toBeInTheDocument();
  });
});

describe('budgets', () => {
  it('says how each stands and what its owners were told', async () => {
    const rows: BudgetRow[] = [
      {
        id: 'orders',
        title: 'orders',
        entityRef: 'component:default/orders',
        standing,
        alerts: [
          {
            id: 'a',
            title: 'orders',
            month: '2026-11',
            threshold: 'half',
            at: '2026-11-14T06:10:00.000Z',
            message: 'Half of 400 USD is spent.',
          },
        ],
      },
      {
        id: 'cart',
        title: 'cart',
        entityRef: 'component:default/cart',
        standing: standingOf('12.00'),
        alerts: [],
        problem: '“many USD” is no amount.',
      },
    ];
    openPage('/cost/budgets', { budgets: async () => rows });
    const table = await screen.findByRole('table', { name: 'Budgets' });
    const [, orders, cart] = within(table).getAllByRole('row');
    expect(orders).toHaveTextContent(
      /268\.404114002\.8\s% overHalf of 400 USD is spent\./,
    );
    expect(
      within(orders).getByRole('img', { name: /of the 400 budget spent/ }),
    ).toBeInTheDocument();
    expect(cart).toHaveTextContent('“many USD” is no amount.');
    expect(cart).toHaveTextContent('12.00nonenonenonenothing');
    expect(
      screen.getByText('1 over or heading over, 0 near, of 2'),
    ).toBeInTheDocument();
  });
});

describe('anomalies and savings', () => {
  it('lists what is open first, and lets who may say that it is known', async () => {
    const resolveAnomaly = jest.fn(async () => {});
    openPage('/cost/anomalies', {
      anomalies: async () => ({
        basis,
        items: [
          anomaly,
          {
            ...anomaly,
            id: 'b',
            title: 'kafka',
            state: 'resolved',
            resolved: {
              by: 'Ines Marchetti',
              at: '2026-11-14T06:10:00.000Z',
              reason: 'Load test.',
            },
          },
        ],
      }),
      resolveAnomaly,
    });
    expect(
      await screen.findByRole('heading', { name: 'Open' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/Ines Marchetti.*Load test/)).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: /^It is known/ }),
    );
    await userEvent.type(await screen.findByRole('textbox'), 'Load test');
    await userEvent.click(screen.getByRole('button', { name: 'It is known' }));
    expect(resolveAnomaly).toHaveBeenCalledWith(anomaly.id, 'Load test');
  });

  it('groups savings by kind with their sum', async () => {
    openPage('/cost/savings', {
      savings: async () => ({
        basis,
        items: [saving, { ...saving, id: 'two', monthly: '36.10' }],
      }),
    });
    const section = (
      await screen.findByRole('heading', { name: /^Unattached/ })
    ).closest('section')!;
    expect(section).toHaveTextContent(/estimated, 100\.10\sUSD a month/);
    expect(within(section).queryByText('vol-4')).toBeNull();
    await userEvent.click(
      within(section).getAllByRole('button', { name: '1 more' })[0],
    );
    expect(within(section).getByText('vol-4')).toBeInTheDocument();
  });
});
