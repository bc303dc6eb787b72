import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { PeoplePicker } from './PeoplePicker';

const entity = (
  kind: string,
  name: string,
  displayName: string,
  more = {},
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, description: kind === 'User' ? 'Engineer' : 'Sells' },
  spec: {
    profile: { displayName, email: `${name}@mini-org.example` },
    ...more,
  },
});

function setup(offer?: string[], formData?: string) {
  const onChange = jest.fn();
  const entities = [
    entity('User', 'lena.fischer', 'Lena Fischer'),
    entity('User', 'jonas.weber', 'Jonas Weber'),
    entity('Group', 'commerce', 'Commerce', { type: 'team' }),
    entity('Group', 'engineers', 'engineers', { type: 'role' }),
  ];
  const props = {
    schema: { title: 'Manager' },
    uiSchema: { 'ui:options': { offer } },
    rawErrors: [],
    formData,
    onChange,
  };
  renderInTestApp(
    <TestApiProvider apis={[[catalogApiRef, catalogApiMock({ entities })]]}>
      <PeoplePicker
        {...(props as unknown as ComponentProps<typeof PeoplePicker>)}
      />
    </TestApiProvider>,
  );
  return onChange;
}

const open = async () =>
  userEvent.click(await screen.findByRole('combobox', { name: /Manager/ }));

describe('PeoplePicker', () => {
  it('offers people and teams, but no group that only gives rights', async () => {
    setup();
    await open();
    await screen.findByRole('option', { name: /Jonas/ });
    expect(
      screen.getAllByRole('option').map(({ textContent }) => textContent),
    ).toEqual([
      'Jonas WeberEngineer, jonas.weber@mini-org.example',
      'Lena FischerEngineer, lena.fischer@mini-org.example',
      'CommerceSells, commerce@mini-org.example',
    ]);
  });

  it('finds a person by e-mail and shows the name', async () => {
    const onChange = setup(['people']);
    await open();
    await userEvent.keyboard('lena.fischer@');
    await userEvent.click(await screen.findByRole('option', { name: /Lena/ }));
    expect(onChange).toHaveBeenCalledWith('user:default/lena.fischer');
  });

  it('shows who is chosen by name', async () => {
    setup(['people'], 'user:default/jonas.weber');
    expect(await screen.findByDisplayValue('Jonas Weber')).toBeVisible();
  });
});
