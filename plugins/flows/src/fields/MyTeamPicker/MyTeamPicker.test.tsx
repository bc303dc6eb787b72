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
import { MyTeamPicker } from './MyTeamPicker';

const group = (name: string, type = 'team', member = 'lena.fischer') => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
  spec: { type, profile: { displayName: `The ${name} team` } },
  relations: [{ type: 'hasMember', targetRef: `user:default/${member}` }],
});

function setup(entities: ReturnType<typeof group>[], formData?: string) {
  const onChange = jest.fn();
  const props = {
    schema: { title: 'Team' },
    uiSchema: { 'ui:options': { ask: 'people-ops@mini-org.example' } },
    rawErrors: [],
    formData,
    onChange,
    required: true,
  };
  renderInTestApp(
    <TestApiProvider
      apis={[
        [
          identityApiRef,
          mockApis.identity({ userEntityRef: 'user:default/lena.fischer' }),
        ],
        [catalogApiRef, catalogApiMock({ entities })],
      ]}
    >
      <MyTeamPicker
        {...(props as unknown as ComponentProps<typeof MyTeamPicker>)}
      />
    </TestApiProvider>,
  );
  return onChange;
}

describe('MyTeamPicker', () => {
  it('chooses the only team, and counts no group that only gives rights', async () => {
    const onChange = setup([
      group('commerce'),
      group('engineers', 'role'),
      group('logistics', 'team', 'someone.else'),
    ]);
    await waitFor(() =>
      expect(onChange).toHaveBeenCalledWith('group:default/commerce'),
    );
  });

  it('offers all teams of whoever asks and chooses none for them', async () => {
    const onChange = setup([group('commerce'), group('logistics')]);
    const select = await screen.findByRole('combobox', { name: /Team/ });
    await waitFor(() => expect(select).not.toHaveAttribute('aria-disabled'));
    await userEvent.click(select);
    await userEvent.click(
      await screen.findByRole('option', { name: 'The logistics team' }),
    );
    expect(onChange.mock.calls).toEqual([['group:default/logistics']]);
  });

  it('forgets a team that is not theirs, e.g. from a link', async () => {
    const onChange = setup(
      [group('commerce'), group('logistics')],
      'group:default/platform',
    );
    await waitFor(() => expect(onChange).toHaveBeenCalledWith(undefined));
  });

  it('says whom to ask when there is no team', async () => {
    setup([]);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You belong to no team yet, so nobody would own what this makes. Ask people-ops@mini-org.example',
    );
  });
});
