import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { inHours, listOf, ordersDbRow } from '../__testUtils__/ordersDb';
import { backendError, open } from '../__testUtils__/render';

const coupons = ordersDbRow({
  id: 'a2',
  title: 'Decommission coupons',
  expiresAt: inHours(0.4),
});

describe('the inbox', () => {
  it('lists what waits for me: what, where, who asks, cost, destruction, time left', async () => {
    const list = jest.fn(async () => listOf(ordersDbRow(), coupons));
    open('/approvals', { api: { list } });
    const table = await screen.findByRole('table', { name: 'Approvals' });
    const [, row] = within(table).getAllByRole('row');
    expect(row).toHaveTextContent('orders production');
    expect(row).toHaveTextContent('Marta Okafor');
    expect(row).toHaveTextContent('1 destroy1 replace');
    expect(row).toHaveTextContent('+114.40 USD');
    expect(row).toHaveTextContent(/Waits for you23\sh 5\d\smin/);
    expect(
      within(row).getByRole('link', { name: 'Larger orders-db' }),
    ).toHaveAttribute('href', '/approvals/a1');
    expect(list).toHaveBeenCalledWith({ view: 'mine', offset: 0, limit: 25 });
    expect(
      screen.getByRole('link', { name: 'Waiting for you 1' }),
    ).toHaveAttribute('aria-current', 'page');
  });

  it('goes from row to row with the arrow keys', async () => {
    open('/approvals', {
      api: { list: async () => listOf(ordersDbRow(), coupons) },
    });
    const first = await screen.findByRole('link', { name: 'Larger orders-db' });
    first.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(
      screen.getByRole('link', { name: 'Decommission coupons' }),
    ).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    expect(first).toHaveFocus();
  });

  it('narrows a list down to states, and says so when none is left', async () => {
    const list = jest.fn(async () => listOf());
    open('/approvals?view=all', { api: { list } });
    expect(await screen.findByText('No approvals yet')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Refused' }));
    expect(
      await screen.findByText('None is in the chosen states'),
    ).toBeInTheDocument();
    expect(list).toHaveBeenLastCalledWith(
      expect.objectContaining({ view: 'all', state: ['refused'] }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all states' }),
    );
    expect(await screen.findByText('No approvals yet')).toBeInTheDocument();
  });

  it.each([
    ['/approvals', 'Nothing waits for you'],
    ['/approvals?view=asked', 'You have asked for nothing yet'],
  ])('says at %s what would be there', async (path, words) => {
    open(path);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('never moves rows under the pointer', async () => {
    const list = jest
      .fn()
      .mockResolvedValueOnce(listOf(ordersDbRow()))
      .mockResolvedValue(listOf(coupons, ordersDbRow()));
    open('/approvals', { api: { list } });
    await userEvent.hover(await screen.findByText('Larger orders-db'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByText(/1 change,/)).toBeInTheDocument();
    expect(screen.queryByText('Decommission coupons')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'show' }));
    expect(screen.getByText('Decommission coupons')).toBeInTheDocument();
  });

  it('keeps the rows and says their age when the backend stops answering', async () => {
    const list = jest
      .fn()
      .mockResolvedValueOnce(listOf(ordersDbRow()))
      .mockRejectedValue(backendError('Error', '503 Service Unavailable'));
    open('/approvals', { api: { list } });
    await screen.findByText('Larger orders-db');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByText(/No answer; showing/)).toBeInTheDocument();
    expect(screen.getByText('Larger orders-db')).toBeInTheDocument();
  });

  it('says so to whoever may not see approvals', async () => {
    open('/approvals', {
      api: {
        list: async () => {
          throw backendError('NotAllowedError', 'The permission is missing.');
        },
      },
    });
    expect(
      await screen.findByText('Your role does not see approvals'),
    ).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('table')).toBeNull());
  });
});
