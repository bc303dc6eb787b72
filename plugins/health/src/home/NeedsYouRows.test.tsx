import { screen } from '@testing-library/react';
import { service } from '../__testUtils__/services';
import { component, showHealth } from '../__testUtils__/showHealth';
import { HomeHealth } from './HomeHealth';
import { NeedsYouRows } from './NeedsYouRows';

const entities = ['orders', 'cart', 'tax'].map(component);
const orders = service('orders', {
  state: 'degraded',
  since: new Date(Date.now() - 12 * 60_000).toISOString(),
  headline: 'p95 latency 480 ms, objective 300 ms.',
});

describe('health on the home page', () => {
  it('leads to each of my services that is not as it should be', async () => {
    const summaries = jest.fn(async (refs: string[]) =>
      refs.map(ref => (ref === orders.entityRef ? orders : undefined)),
    );
    showHealth(<NeedsYouRows />, { summaries }, { entities });
    const link = await screen.findByRole('link', {
      name: 'See why orders is degraded',
    });
    expect(link).toHaveAttribute('href', '/catalog/default/component/orders');
    expect(link.closest('li')).toHaveTextContent(
      /^Healthorders is degraded: p95 latency 480 ms, objective 300 ms12\smin/,
    );
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  it('says so where nobody knows', async () => {
    const summaries = jest.fn().mockRejectedValue(new Error('503'));
    showHealth(<NeedsYouRows />, { summaries }, { entities });
    expect(
      await screen.findByText('Unknown: health has not answered.'),
    ).toBeInTheDocument();
  });

  it('puts the worst of my services first, with why', async () => {
    const cart = service('cart');
    showHealth(
      <HomeHealth keys={[cart.entityRef, orders.entityRef]}>
        {({ cell, compare, reason }) => (
          <ul>
            {[cart.entityRef, orders.entityRef].sort(compare).map(ref => (
              <li key={ref}>
                {cell('health', ref)} {reason?.(ref)}
              </li>
            ))}
          </ul>
        )}
      </HomeHealth>,
      { summaries: async () => [cart, orders] },
    );
    await screen.findByText(/Degraded/);
    const rows = screen.getAllByRole('listitem');
    expect(rows[0]).toHaveTextContent(/^Degraded 12\smin p95 latency 480 ms/);
    expect(rows[1]).toHaveTextContent(/^Healthy$/);
  });
});
