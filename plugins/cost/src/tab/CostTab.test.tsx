import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  anomaly,
  basis,
  databases,
  ORDERS,
  ordersCost,
} from '../__testUtils__/orders';
import { entityOf, showCost } from '../__testUtils__/showCost';
import { CostTab } from './CostTab';

const orders = entityOf('orders');
const text = (element: Element = document.body) =>
  element.textContent?.replaceAll('\u00a0', ' ');
const entity = async () => ordersCost;

describe('the tab Cost', () => {
  it('opens with a sentence, says what the numbers are, and adds up', async () => {
    showCost(<CostTab />, { entity }, { entity: orders });
    expect(
      await screen.findByText(/November is heading 11\sUSD \(2\.8\s%\) over/),
    ).toBeInTheDocument();
    expect(text()).toMatch(/over budget: forecast 411, budget 400\./);
    expect(text()).toMatch(/amortised, USD · to 19 Nov · collected/);
    const table = screen.getByRole('table', { name: /made of, by category/ });
    const rows = within(table).getAllByRole('row').map(text);
    expect(rows[1]).toMatch(/Computeshared, cluster prod, by OpenCost149\.80/);
    expect(rows.at(-1)).toMatch(/^Together268\.40\+16\.6 %/);
  });

  it('drills down to a resource, and to its days', async () => {
    const resources = jest.fn(async () => databases);
    showCost(<CostTab />, { entity, resources }, { entity: orders });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Resources of Databases' }),
    );
    expect(resources).toHaveBeenCalledWith(ORDERS, {
      month: undefined,
      metric: 'effective',
      by: 'category',
      within: 'Databases',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Days of orders-db' }),
    );
    const days = screen.getByRole('list', { name: 'orders-db, day by day' });
    expect(within(days).getAllByRole('listitem')[18]).toHaveTextContent(
      '19 Nov6.24',
    );
    expect(text()).toContain('AWS, production, Amazon RDS, production');
  });

  it('asks for another month, metric and split, and keeps them in the address', async () => {
    const asked = jest.fn(entity);
    const resources = jest.fn(async () => databases);
    showCost(
      <CostTab />,
      { entity: asked, resources },
      { entity: orders, path: '/?month=2026-10&metric=billed' },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Resource' }),
    );
    expect(asked).toHaveBeenLastCalledWith(ORDERS, {
      month: '2026-10',
      metric: 'billed',
      by: 'resource',
    });
    const table = screen.getByRole('table', { name: /by resource/ });
    expect(
      await within(table).findByText(/AWS, production, Amazon RDS/),
    ).toBeInTheDocument();
    expect(resources).toHaveBeenLastCalledWith(ORDERS, {
      month: '2026-10',
      metric: 'billed',
      by: 'resource',
      within: undefined,
    });
  });

  it('speaks the days of its chart, and has them as a table', async () => {
    showCost(<CostTab />, { entity }, { entity: orders });
    const chart = await screen.findByRole('slider', {
      name: /By category, each day.*268\sUSD/,
    });
    chart.focus();
    await userEvent.keyboard('{Home}');
    expect(
      chart.getAttribute('aria-valuetext')?.replaceAll('\u00a0', ' '),
    ).toBe('1 Nov: Databases 6.24 USD, Compute 7.88 USD, together 14.13 USD');
    await userEvent.keyboard('{End}');
    expect(chart).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/^21 Nov: forecast 12/),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    const table = screen.getByRole('table', {
      name: 'By category, each day, numbers',
    });
    expect(within(table).getAllByRole('row')).toHaveLength(22);
  });

  it('tells what changed and why, and lets an anomaly be explained', async () => {
    const resolveAnomaly = jest.fn(async () => {});
    const asked = jest.fn(entity);
    showCost(
      <CostTab />,
      { entity: asked, resolveAnomaly },
      { entity: orders },
    );
    expect(
      await screen.findByText('Images no longer pass the VPC endpoint.'),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'It is known: orders' }),
    );
    const dialog = screen.getByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('textbox'),
      'Move to the new region',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'It is known' }),
    );
    expect(resolveAnomaly).toHaveBeenCalledWith(
      'nat-2026-11-02',
      'Move to the new region',
    );
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('says who explained an anomaly, and how', async () => {
    const resolved = {
      by: 'user:default/ines.marchetti',
      at: '2026-11-20T09:00:00.000Z',
      reason: 'Kept longer for the audit.',
    };
    const cost = {
      ...ordersCost,
      anomalies: [{ ...anomaly, state: 'resolved' as const, resolved }],
    };
    showCost(<CostTab />, { entity: async () => cost }, { entity: orders });
    const item = (await screen.findByText(/Kept longer for the audit/)).closest(
      'li',
    )!;
    expect(text(item)).toMatch(/known, 2\.4 times, since 2 Nov/);
    expect(text(item)).toMatch(/ines\.marchetti, .*: Kept longer/);
    expect(text(item)).not.toContain('user:default');
  });

  it('has no such button for who may not say so', async () => {
    const cost = {
      ...ordersCost,
      // What is allowed is remembered by entity.
      anomalies: [{ ...anomaly, entityRef: 'component:default/cart' }],
    };
    showCost(
      <CostTab />,
      { entity: async () => cost },
      { entity: orders, allowed: false },
    );
    expect(await screen.findByText(/2.4 times, since 2 Nov/)).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /It is known/ }),
    ).not.toBeInTheDocument();
  });

  it('says how many of a system are not the reader’s to see', async () => {
    const shop = {
      ...ordersCost,
      entityRef: 'system:default/shop',
      covers: [ORDERS, 'component:default/cart'],
      hidden: 3,
    };
    const asked = jest.fn(async () => shop);
    showCost(
      <CostTab />,
      { entity: asked },
      { entity: entityOf('shop', 'System') },
    );
    expect(
      await screen.findByText(
        'The sum of 2 components and resources. 3 more that belong to it are not yours to see, and in no sum here.',
      ),
    ).toBeInTheDocument();
    expect(asked).toHaveBeenCalledWith(
      'system:default/shop',
      expect.objectContaining({ by: 'component' }),
    );
  });

  it('keeps what was known when the backend stops answering', async () => {
    const asked = jest.fn(entity);
    showCost(<CostTab />, { entity: asked }, { entity: orders });
    await screen.findByText(/November is heading/);
    asked.mockRejectedValue(new Error('connection refused'));
    await userEvent.click(screen.getByRole('button', { name: 'Service' }));
    expect(
      await screen.findByText(/showing what it said last/),
    ).toBeInTheDocument();
    expect(screen.getByText(/November is heading/)).toBeInTheDocument();
  });

  it('says what is wrong with its annotations', async () => {
    const problem = "portico/cost-budget: '400' is no budget; write 400 USD.";
    showCost(
      <CostTab />,
      {
        entity: async () => ({
          ...ordersCost,
          basis,
          standing: { ...ordersCost.standing, budget: undefined },
          annotationProblems: [problem],
        }),
      },
      { entity: orders },
    );
    const list = await screen.findByRole('list', {
      name: 'Problems of annotations',
    });
    expect(text(list)).toContain(problem);
    expect(text()).toMatch(
      /268\.40 USD so far in November, 16\.6 % more than 1 to 19 October; forecast 411\./,
    );
  });
});
