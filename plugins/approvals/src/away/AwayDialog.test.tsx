import type { UserEntity } from '@backstage/catalog-model';
import type { DelegationList } from '@portico/plugin-approvals-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { inHours } from '../__testUtils__/ordersDb';
import { backendError, show } from '../__testUtils__/render';
import { AwayDialog } from './AwayDialog';

const kofi: UserEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'kofi.mensah' },
  spec: { profile: { displayName: 'Kofi Mensah' }, memberOf: ['platform'] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/platform' }],
};

async function chooseKofi() {
  await userEvent.click(await screen.findByLabelText(/Who decides meanwhile/));
  await userEvent.click(await screen.findByText('Kofi Mensah'));
  await userEvent.click(
    screen.getByRole('button', { name: 'Let them decide' }),
  );
}

describe('while I am away', () => {
  it('lets a colleague decide for a time', async () => {
    const api = show(<AwayDialog onClose={jest.fn()} />, { people: [kofi] });
    await chooseKofi();
    expect(
      await screen.findByText('Kofi Mensah decides for you in that time.'),
    ).toBeInTheDocument();
    const [{ to, startsAt, endsAt }] = api.delegate.mock.calls[0];
    expect(to).toBe('user:default/kofi.mensah');
    expect(Date.parse(endsAt) - Date.parse(startsAt ?? '')).toBe(
      7 * 86_400_000,
    );
  });

  it('says why somebody cannot stand in', async () => {
    const words = 'Kofi Mensah can’t decide for you';
    show(<AwayDialog onClose={jest.fn()} />, {
      people: [kofi],
      api: {
        delegate: jest
          .fn()
          .mockRejectedValue(backendError('InputError', words)),
      },
    });
    await chooseKofi();
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
  });

  it('lists absences and ends one’s own', async () => {
    const both = { startsAt: inHours(-1), endsAt: inHours(1) };
    const list: DelegationList = {
      given: [{ id: 'd1', from: 'me', to: 'b', ...both, state: 'active' }],
      received: [{ id: 'd2', from: 'c', to: 'me', ...both, state: 'active' }],
      names: { b: 'Lin Zhao', c: 'Jonas Weber' },
    };
    const api = show(<AwayDialog onClose={jest.fn()} />, {
      api: { delegations: async () => list },
    });
    expect(await screen.findByText(/You decide for/)).toHaveTextContent(
      'You decide for Jonas Weber, until',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'End: Lin Zhao decides for you' }),
    );
    await waitFor(() => expect(api.endDelegation).toHaveBeenCalledWith('d1'));
  });
});
