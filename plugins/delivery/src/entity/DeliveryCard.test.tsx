import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { show } from '../__testUtils__/show';
import { HomeFigures } from '../home/HomeFigures';
import { DeliveryCard } from './DeliveryCard';

const card = (
  <EntityProvider
    entity={{
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'orders' },
    }}
  >
    <DeliveryCard />
    <p>the rest of the page</p>
  </EntityProvider>
);

it('shows the four figures of a component', async () => {
  show(card);
  expect(await screen.findByText('Lead time')).toBeVisible();
  expect(screen.getByText(/24.min/)).toBeVisible();
  expect(screen.getByText(/7.%/)).toBeVisible();
});

it('shows nothing for what has no figures', async () => {
  const error = Object.assign(new Error('no'), { name: 'NotFoundError' });
  const entity = jest.fn(() =>
    Promise.reject(Object.assign(new Error('no'), { cause: error })),
  );
  show(card, { entity });
  expect(await screen.findByText('the rest of the page')).toBeVisible();
  expect(screen.queryByText('Try now')).toBeNull();
});

it("shows the figures of the viewer's team on the home page", async () => {
  show(<HomeFigures />);
  expect(
    await screen.findByRole('group', { name: 'Lead time, commerce' }),
  ).toBeVisible();
});
