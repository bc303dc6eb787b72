import { configApiRef, oktaAuthApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { SignInPage } from './SignInPage';

const identity = {
  type: 'user' as const,
  userEntityRef: 'user:default/lena.fischer',
  ownershipEntityRefs: [],
};

function renderPage(options: {
  getBackstageIdentity: jest.Mock;
  config?: object;
}) {
  const onSignInSuccess = jest.fn();
  const okta = {
    getBackstageIdentity: options.getBackstageIdentity,
    getProfile: async () => ({ displayName: 'Lena Fischer' }),
  };
  render(
    <TestApiProvider
      apis={[
        [oktaAuthApiRef, okta as never],
        [
          configApiRef,
          mockApis.config({
            data: { app: { title: 'Portico' }, ...options.config },
          }),
        ],
      ]}
    >
      <MemoryRouter>
        <SignInPage onSignInSuccess={onSignInSuccess} />
      </MemoryRouter>
    </TestApiProvider>,
  );
  return onSignInSuccess;
}

describe('SignInPage', () => {
  afterEach(() => window.history.replaceState({}, '', '/'));

  it('takes up a session that is there, without a click', async () => {
    const getBackstageIdentity = jest.fn().mockResolvedValue({ identity });
    const onSignInSuccess = renderPage({ getBackstageIdentity });
    await screen.findByRole('button', { name: 'Sign in with Okta' });
    expect(onSignInSuccess).toHaveBeenCalledTimes(1);
    expect(getBackstageIdentity).toHaveBeenCalledWith({ optional: true });
  });

  it('goes to Okta when asked', async () => {
    const getBackstageIdentity = jest
      .fn()
      .mockResolvedValueOnce(undefined)
      .mockResolvedValueOnce({ identity });
    const onSignInSuccess = renderPage({ getBackstageIdentity });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Sign in with Okta' }),
    );
    expect(getBackstageIdentity).toHaveBeenLastCalledWith({
      instantPopup: true,
    });
    expect(onSignInSuccess).toHaveBeenCalledTimes(1);
  });

  it('says what Okta refused, as it came back in the address', async () => {
    window.history.replaceState(
      {},
      '',
      '/?error=Failed+to+sign-in%2C+unable+to+resolve+user+identity',
    );
    renderPage({
      getBackstageIdentity: jest.fn().mockResolvedValue(undefined),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Okta knows you, but the catalog does not yet',
    );
  });

  it('says when the server is down, and what to do', async () => {
    renderPage({
      getBackstageIdentity: jest
        .fn()
        .mockRejectedValue(
          new Error('Auth refresh request failed, TypeError: Failed to fetch'),
        ),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The portal’s server did not answer.*Check that it is running/,
    );
  });

  it('lists the accounts of the sandbox, and only there', async () => {
    renderPage({
      getBackstageIdentity: jest.fn().mockResolvedValue(undefined),
      config: {
        portico: {
          sandbox: {
            url: 'http://127.0.0.1:7100',
            accounts: [
              { email: 'engineer@mini-org.example', role: 'engineer' },
            ],
          },
        },
      },
    });
    expect(
      await screen.findByText('engineer@mini-org.example'),
    ).toBeInTheDocument();
    expect(screen.getByText('Sandbox.')).toBeInTheDocument();
  });
});
