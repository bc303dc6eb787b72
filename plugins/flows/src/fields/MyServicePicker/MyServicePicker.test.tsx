import { identityApiRef } from '@backstage/frontend-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { MyServicePicker } from './MyServicePicker';

const component = (name: string, owner: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, description: `About ${name}` },
  spec: { owner: `group:default/${owner}` },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
});

function setup(options: { path?: string; owner?: string } = {}) {
  const { path = '/', owner = 'commerce' } = options;
  const onChange = jest.fn();
  const props = { schema: { title: 'Service' }, uiSchema: {}, onChange };
  const identity = mockApis.identity({
    userEntityRef: 'user:default/lena',
    ownershipEntityRefs: [`group:default/${owner}`],
  });
  const entities = [
    component('orders', 'commerce'),
    component('payments', 'payments'),
  ];
  renderInTestApp(
    <TestApiProvider
      apis={[
        [identityApiRef, identity],
        [catalogApiRef, catalogApiMock({ entities })],
      ]}
    >
      <MyServicePicker
        {...(props as unknown as ComponentProps<typeof MyServicePicker>)}
      />
    </TestApiProvider>,
    { initialRouteEntries: [path] },
  );
  return onChange;
}

describe('MyServicePicker', () => {
  it('offers what the teams of whoever asks own', async () => {
    const onChange = setup();
    const field = await screen.findByRole('combobox', { name: 'Service' });
    await waitFor(() => expect(field).toBeEnabled());
    await userEvent.click(field);
    const offered = await screen.findAllByRole('option');
    expect(offered.map(option => option.textContent)).toEqual([
      'orderscommerce',
    ]);
    await userEvent.click(offered[0]);
    expect(onChange.mock.calls).toEqual([['component:default/orders']]);
  });

  it('starts with the entity of the link', async () => {
    const onChange = setup({ path: '/?entity=component:default/payments' });
    await waitFor(() =>
      expect(onChange).toHaveBeenCalledWith('component:default/payments'),
    );
  });

  it('says what to do where there is none', async () => {
    setup({ owner: 'growth' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Your teams own no service yet',
    );
  });
});
