import { NotAllowedError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ORDERS, ordersCost } from '../__testUtils__/orders';
import { entityOf, showCost } from '../__testUtils__/showCost';
import { CostCard } from './CostCard';

const orders = entityOf('orders');
const text = () => document.body.textContent?.replaceAll('\u00a0', ' ');

describe('the card of an entity', () => {
  it('answers first: to date, forecast, budget, then what changed', async () => {
    const entity = jest.fn(async () => ordersCost);
    showCost(<CostCard />, { entity }, { entity: orders });
    const title = await screen.findByRole('link', { name: 'Cost in November' });
    expect(title).toHaveAttribute(
      'href',
      '/catalog/default/component/orders/cost',
    );
    expect(entity).toHaveBeenCalledWith(ORDERS, expect.anything());
    expect(text()).toMatch(
      /amortised, USD · to 19 Nov.*268\.40 USD.*forecast 411394 to 432/,
    );
    expect(
      screen.getByRole('img', {
        name: /of the 400 budget spent; forecast 411/,
      }),
    ).toBeInTheDocument();
    expect(text()).toContain('Forecast 11 USD over the 400 USD budget');
    expect(text()).toContain('Against 1 to 19 October+38.20');
    expect(text()).toContain('NAT gateway data, since 2 Nov+21.60');
    expect(text()).toContain('S3−0.80');
  });

  it('says what is missing from the numbers', async () => {
    const basis = {
      ...ordersCost.basis,
      problems: [
        {
          kind: 'missing-days' as const,
          source: 'Azure',
          message: '18 and 19 Nov are missing; the next try is at 12:00 UTC.',
        },
      ],
    };
    showCost(
      <CostCard />,
      { entity: async () => ({ ...ordersCost, basis }) },
      { entity: orders },
    );
    expect(
      await screen.findByText(/18 and 19 Nov are missing/),
    ).toBeInTheDocument();
  });

  it('shows no number to who may not see it', async () => {
    const refused = async () => {
      throw new NotAllowedError('orders belongs to commerce.');
    };
    showCost(<CostCard />, { entity: refused }, { entity: orders });
    expect(
      await screen.findByText('What orders costs is not yours to see'),
    ).toBeInTheDocument();
    expect(text()).toContain('orders belongs to commerce.');
    expect(text()).not.toMatch(/USD/);
  });

  it('shows no number where nobody could say, and asks again', async () => {
    const entity = jest.fn();
    entity.mockRejectedValueOnce(new Error('503 Service Unavailable'));
    entity.mockResolvedValue(ordersCost);
    showCost(<CostCard />, { entity }, { entity: orders });
    expect(
      await screen.findByText('Unknown: nobody could say what orders costs'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(await screen.findByText('268.40')).toBeInTheDocument();
  });

  it('says how its costs are found where no bill names it', async () => {
    const nothing = {
      ...ordersCost,
      rows: [],
      months: ordersCost.months.map(({ month }) => ({ month, amount: null })),
    };
    showCost(<CostCard />, { entity: async () => nothing }, { entity: orders });
    expect(
      await screen.findByText('No row of the bill is for orders yet'),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('Tag for its resources')).toHaveTextContent(
      'service=orders',
    );
    expect(
      screen.getByLabelText('Lines for catalog-info.yaml'),
    ).toHaveTextContent('portico/cost-selector: tag:service=orders');
    expect(text()).not.toMatch(/268/);
  });
});
