import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import { listOf, ordersDbRow } from '../__testUtils__/ordersDb';
import { backendError, show } from '../__testUtils__/render';
import { ApprovalsCard } from './ApprovalsCard';

const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders' },
  spec: { type: 'service' },
};

const card = (
  <EntityProvider entity={orders}>
    <ApprovalsCard />
  </EntityProvider>
);

describe('the card of an entity', () => {
  it('lists what waits before what was decided', async () => {
    const refused = ordersDbRow({ id: 'a3', title: 'Huge', state: 'refused' });
    const list = jest.fn(async () => listOf(refused, ordersDbRow()));
    show(card, { api: { list } });
    const region = await screen.findByRole('region', { name: 'Approvals' });
    expect(await within(region).findByText('1 waiting')).toBeInTheDocument();
    const [first, second] = within(region).getAllByRole('listitem');
    expect(first).toHaveTextContent(/Larger orders-dbfor you, 23\sh 5\d\smin/);
    expect(second).toHaveTextContent(/HugeRefused, /);
    expect(list).toHaveBeenCalledWith(
      expect.objectContaining({ entityRef: 'component:default/orders' }),
    );
  });

  it('says that nothing was asked', async () => {
    show(card);
    expect(
      await screen.findByText('Nothing was asked for orders yet'),
    ).toBeInTheDocument();
  });

  it('is not there for whoever may not see approvals', async () => {
    const list = jest
      .fn()
      .mockRejectedValue(backendError('NotAllowedError', ''));
    show(card, { api: { list } });
    await waitFor(() =>
      expect(screen.queryByText('Approvals')).not.toBeInTheDocument(),
    );
  });
});
