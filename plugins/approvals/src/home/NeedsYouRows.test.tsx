import { screen, waitFor } from '@testing-library/react';
import { listOf, ordersDbRow } from '../__testUtils__/ordersDb';
import { backendError, show } from '../__testUtils__/render';
import { WaitingCount } from '../nav/WaitingCount';
import { NeedsYouRows } from './NeedsYouRows';

describe('what waits, on other pages', () => {
  it('leads from the home page to each decision, with what it destroys', async () => {
    show(<NeedsYouRows />, {
      api: { list: async () => ({ ...listOf(ordersDbRow()), total: 3 }) },
    });
    const link = await screen.findByRole('link', {
      name: 'Decide on Larger orders-db',
    });
    expect(link).toHaveAttribute('href', '/approvals/a1');
    expect(link.closest('li')).toHaveTextContent(
      'Larger orders-db: destroys 1 resource, asked by Marta Okafor',
    );
    expect(
      screen.getByRole('link', { name: '2 more wait for you' }),
    ).toHaveAttribute('href', '/approvals?view=mine');
  });

  it('says so where nobody knows', async () => {
    const list = jest.fn().mockRejectedValue(backendError('Error', '503'));
    show(<NeedsYouRows />, { api: { list } });
    expect(
      await screen.findByText('Unknown: approvals have not answered.'),
    ).toBeInTheDocument();
  });

  it.each([
    [0, ''],
    [2, '2 waiting for you'],
    [140, '99+ waiting for you'],
  ])('counts %s in the navigation', async (mine, words) => {
    show(
      <p data-testid="count">
        <WaitingCount />
      </p>,
      { api: { counts: async () => ({ mine, asked: 0 }) } },
    );
    await waitFor(() =>
      expect(screen.getByTestId('count')).toHaveTextContent(words),
    );
  });
});
