import { Strategy } from '@davidzemon/passport-okta-oauth';
import { REDIRECT_URI, TestBrowser } from '../__testUtils__/signIn';
import { TestOkta } from '../__testUtils__/startOkta';

/** What passport-oauth2 has that its types leave out. */
interface Internals {
  _oauth2: {
    getOAuthAccessToken(
      code: string,
      parameters: Record<string, string>,
      done: (error: unknown, accessToken: string, refreshToken: string) => void,
    ): void;
  };
  userProfile(
    accessToken: string,
    done: (error: unknown, profile: unknown) => void,
  ): void;
}

describe('the strategy of the portal, which writes "Basic:" and posts for userinfo', () => {
  let okta: TestOkta;

  beforeEach(async () => {
    okta = await TestOkta.start();
  });

  afterEach(() => okta.stop());

  it('gets tokens, refreshes them and learns who it is', async () => {
    const strategy = new Strategy(
      {
        clientID: 'portico',
        clientSecret: 'portico-sandbox-secret',
        callbackURL: REDIRECT_URI,
        audience: okta.url,
        authServerID: undefined,
        idp: undefined,
        passReqToCallback: undefined,
        response_type: 'code',
      },
      () => undefined,
    ) as unknown as Internals;
    const ask = (code: string, parameters: Record<string, string>) =>
      new Promise<{ accessToken: string; refreshToken: string }>(
        (resolve, reject) =>
          strategy._oauth2.getOAuthAccessToken(
            code,
            parameters,
            (error, accessToken, refreshToken) =>
              error ? reject(error) : resolve({ accessToken, refreshToken }),
          ),
      );

    const code = await new TestBrowser(okta.url).signIn(
      'platform@mini-org.example',
    );
    const first = await ask(code, {
      grant_type: 'authorization_code',
      redirect_uri: REDIRECT_URI,
    });
    const { accessToken } = await ask(first.refreshToken, {
      grant_type: 'refresh_token',
      scope: 'openid email profile offline_access',
    });
    const profile = await new Promise((resolve, reject) =>
      strategy.userProfile(accessToken, (error, found) =>
        error ? reject(error) : resolve(found),
      ),
    );
    expect(profile).toMatchObject({
      displayName: 'Ada Lindqvist',
      username: 'ada.lindqvist@mini-org.example',
      emails: [{ value: 'platform@mini-org.example' }],
    });
  });
});
