import { NotAllowedError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import { standing, summaryOf } from '../__testUtils__/orders';
import { entityOf, showCost } from '../__testUtils__/showCost';
import { HomeFigure } from './HomeFigure';
import { NeedsYouRows } from './NeedsYouRows';

const entities = ['orders', 'cart'].map(name => entityOf(name));
const within = { ...standing.budget!, state: 'within' as const };
const commerce = {
  ...summaryOf('commerce', {
    toDate: '2611.35',
    forecast: { amount: '4120', low: '4010', high: '4230' },
    budget: { ...standing.budget!, amount: '4000', forecast: 1.03 },
  }),
  entityRef: 'group:default/commerce',
};
const plain = (element: Element) =>
  element.textContent?.replaceAll('\u00a0', ' ');

describe('cost on the home page', () => {
  it('leads to what is mine and over its budget, worst first', async () => {
    const summaries = jest.fn(async () => [
      summaryOf('orders', {
        toDate: '412.1',
        budget: { ...standing.budget!, state: 'over', spent: 1.03 },
      }),
      summaryOf('cart', { budget: within }),
      { ...commerce, standing: { ...commerce.standing, budget: within } },
    ]);
    showCost(<NeedsYouRows />, { summaries }, { entities });
    const link = await screen.findByRole('link', {
      name: 'See what changed at orders',
    });
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/component/orders/cost',
    );
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    expect(plain(screen.getByRole('listitem'))).toMatch(
      /^Budgetorders has spent 412\.10 of 400 USD/,
    );
    expect(summaries).toHaveBeenCalledWith([
      'group:default/commerce',
      'component:default/orders',
      'component:default/cart',
    ]);
  });

  it('shows what my team will cost this month, against its budget', async () => {
    showCost(
      <HomeFigure />,
      { summaries: async () => [commerce, summaryOf('orders')] },
      { entities },
    );
    const figure = await screen.findByRole('group', {
      name: 'Cost forecast',
    });
    expect(plain(figure)).toMatch(
      /3\.0 % over4,120 USDcommerce, budget 4,000; amortised, to 19 Nov/,
    );
  });

  it('shows nothing to who may see no costs', async () => {
    const summaries = jest.fn(async () => {
      throw new NotAllowedError('Costs are for others.');
    });
    showCost(
      <>
        <HomeFigure />
        <NeedsYouRows />
        <p>the rest</p>
      </>,
      { summaries },
      { entities },
    );
    await screen.findByText('the rest');
    await Promise.allSettled(summaries.mock.results.map(it => it.value));
    expect(screen.queryByText(/[Cc]ost/)).not.toBeInTheDocument();
  });
});
