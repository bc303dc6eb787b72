import { createHash } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import request from 'supertest';
import { REDIRECT_URI, TestBrowser } from '../__testUtils__/signIn';
import { TestOkta } from '../__testUtils__/startOkta';

const CLIENT = 'portico:portico-sandbox-secret';

describe('sign-in with OpenID Connect', () => {
  let okta: TestOkta;
  let browser: TestBrowser;

  beforeEach(async () => {
    okta = await TestOkta.start();
    browser = new TestBrowser(okta.url);
  });

  afterEach(() => okta.stop());

  const token = (form: Record<string, string>, server = '/oauth2') =>
    request(okta.url)
      .post(`${server}/v1/token`)
      .auth(...(CLIENT.split(':') as [string, string]))
      .type('form')
      .send(form);
  const exchange = (code: string, server?: string) =>
    token(
      { grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI },
      server,
    );
  const refresh = (refreshToken: string, rest = {}) =>
    token({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      ...rest,
    });
  const lifecycle = (name: string) =>
    request(okta.url)
      .post(`/api/v1/users/lena.fischer@mini-org.example/lifecycle/${name}`)
      .set('authorization', 'SSWS okta-sandbox-token')
      .expect(200);
  const errorOf = (location: string) => {
    const { searchParams } = new URL(location);
    return [searchParams.get('error'), searchParams.get('state')];
  };

  it.each([
    ['', '/oauth2', ''],
    ['/oauth2/default', '/oauth2/default', 'api://default'],
  ])('is described and works at "%s"', async (path, server, audience) => {
    const { body: discovery } = await request(okta.url)
      .get(`${path}/.well-known/openid-configuration`)
      .expect(200);
    expect(discovery).toMatchObject({
      issuer: `${okta.url}${path}`,
      authorization_endpoint: `${okta.url}${server}/v1/authorize`,
    });
    const code = await browser.signIn(
      'engineer@mini-org.example',
      { nonce: 'n-1' },
      server,
    );
    const { body } = await exchange(code, server).expect(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    const keys = createRemoteJWKSet(new URL(discovery.jwks_uri));
    const { issuer } = discovery;
    const { payload } = await jwtVerify(body.id_token, keys, {
      issuer,
      audience: 'portico',
    });
    expect(payload).toMatchObject({
      nonce: 'n-1',
      sub: expect.stringMatching(/^00u/),
      email: 'engineer@mini-org.example',
      name: 'Lena Fischer',
      preferred_username: 'lena.fischer@mini-org.example',
      groups: ['Everyone', 'commerce', 'engineers'],
    });
    const access = await jwtVerify(body.access_token, keys, {
      issuer,
      audience: audience || issuer,
    });
    expect(access.payload.sub).toBe('lena.fischer@mini-org.example');
  });

  it('shows a person the accounts, their groups, and that no password is asked', async () => {
    const { text } = await browser.authorize({});
    expect(text).toContain('Sandbox Okta: choose who to sign in as');
    expect(text).toMatch('no password');
    for (const name of [
      'engineer',
      'platform',
      'security',
      'people-ops',
      'finance',
      'newcomer',
    ]) {
      expect(text).toContain(`${name}@mini-org.example`);
    }
    expect(text).toContain('commerce, engineers');
  });

  it('knows the browser again, unless another account is asked for', async () => {
    await browser.signIn('finance@mini-org.example');
    const again = await browser.authorize({});
    expect(again.status).toBe(302);
    expect(again.headers.location).toMatch(`${REDIRECT_URI}?code=`);
    const silent = await browser.authorize({ prompt: 'none' });
    expect(silent.headers.location).toMatch('code=');

    for (const parameters of [
      { prompt: 'login' },
      { prompt: 'consent' },
      { login_hint: 'security@mini-org.example' },
    ] as Record<string, string>[]) {
      const page = await browser.authorize(parameters);
      expect(page.status).toBe(200);
      expect(page.text).toContain('Use another account');
    }
    await request(okta.url)
      .get('/')
      .expect(/Nobody is signed in/);
    const stranger = await new TestBrowser(okta.url).authorize({
      prompt: 'none',
    });
    expect(errorOf(stranger.headers.location)).toEqual([
      'login_required',
      'some-state',
    ]);
  });

  it('accepts a code once, with the verifier that belongs to it', async () => {
    const verifier = 'a'.repeat(43);
    const challenge = {
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    const login = 'engineer@mini-org.example';
    const form = {
      grant_type: 'authorization_code',
      redirect_uri: REDIRECT_URI,
      code_verifier: verifier,
    };
    await token({
      ...form,
      code: await browser.signIn(login, challenge),
      code_verifier: 'b'.repeat(43),
    }).expect(400, {
      error: 'invalid_grant',
      error_description: 'PKCE verification failed.',
    });

    const code = await browser.signIn(login, challenge);
    const { body } = await token({ ...form, code }).expect(200);
    await token({ ...form, code }).expect(400);
    // A code that comes twice was stolen: what it brought is void.
    expect((await refresh(body.refresh_token)).status).toBe(400);
  });

  it('exchanges refresh tokens, takes two tabs at once, and keeps on after a restart', async () => {
    const code = await browser.signIn('engineer@mini-org.example');
    const { body: first } = await exchange(code).expect(200);
    const { body: second } = await refresh(first.refresh_token).expect(200);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    const { body: tab } = await refresh(first.refresh_token).expect(200);
    expect(tab.refresh_token).toBe(second.refresh_token);
    await refresh(second.refresh_token, { scope: 'openid phone' }).expect(400);

    await okta.restart();
    const { body: third } = await refresh(tab.refresh_token);
    expect(third.id_token).toEqual(expect.any(String));
  });

  it('turns away who is suspended or gone, also with tokens from before', async () => {
    const code = await browser.signIn('engineer@mini-org.example');
    const { body } = await exchange(code).expect(200);
    const userinfo = () =>
      request(okta.url)
        .get('/oauth2/v1/userinfo')
        .auth(body.access_token, { type: 'bearer' });
    await userinfo().expect(200);

    await lifecycle('suspend');
    await userinfo()
      .expect(401)
      .expect('www-authenticate', /invalid_token/);
    await refresh(body.refresh_token).expect(400);
    const page = await browser.authorize({});
    const refused = await browser.choose(page, 'engineer@mini-org.example');
    expect(refused.status).toBe(401);
    expect(refused.text).toContain('Unable to sign in');
    expect(refused.text).toContain('is suspended');

    await lifecycle('unsuspend');
    await userinfo().expect(200);
    await lifecycle('deactivate');
    await userinfo().expect(401);
    const unknown = await browser.choose(page, '<b>nobody</b>');
    expect(unknown.text).toContain('No user of this organization');
    expect(unknown.text).not.toContain('<b>');
  });

  it('says what holds, and lets go of it', async () => {
    const { body } = await exchange(
      await browser.signIn('security@mini-org.example'),
    );
    const ask = (path: string, value: string) =>
      request(okta.url)
        .post(`/oauth2/v1/${path}`)
        .type('form')
        .send({
          token: value,
          client_id: 'portico',
          client_secret: 'portico-sandbox-secret',
        })
        .expect(200);
    for (const one of [body.access_token, body.refresh_token]) {
      expect((await ask('introspect', one)).body).toMatchObject({
        active: true,
        username: 'viktor.novak@mini-org.example',
      });
      await ask('revoke', one);
      expect((await ask('introspect', one)).body).toEqual({ active: false });
    }
  });

  it('signs out and returns only to the application', async () => {
    const { body } = await exchange(
      await browser.signIn('finance@mini-org.example'),
    );
    const logout = (uri: string) =>
      request(okta.url).get('/oauth2/v1/logout').query({
        id_token_hint: body.id_token,
        post_logout_redirect_uri: uri,
        state: 's',
      });
    await logout('http://localhost:7007/').expect(
      'location',
      'http://localhost:7007/?state=s',
    );
    const { status, headers } = await logout('https://evil.example/');
    expect([status, headers.location]).toEqual([400, undefined]);
  });

  it.each([
    [{ redirect_uri: 'https://evil.example/' }, 'Login redirect URI'],
    [{ redirect_uri: 'http://localhost:7007.evil.example/' }, 'redirect URI'],
    [{ client_id: 'other' }, 'client_id'],
  ])('never sends a browser away for %j', async (parameters, message) => {
    const response = await browser.authorize(parameters);
    expect(response.status).toBe(400);
    expect(response.text).toContain(message);
  });

  it.each([
    [{ response_type: 'token' }, 'unsupported_response_type', 'some-state'],
    [{ scope: 'openid admin' }, 'invalid_scope', 'some-state'],
    [{ state: '' }, 'invalid_request', ''],
    [{ code_challenge: 'x' }, 'invalid_request', 'some-state'],
  ])('tells the application about %j', async (parameters, error, state) => {
    const { headers } = await browser.authorize(parameters);
    expect(errorOf(headers.location)).toEqual([error, state]);
  });

  it('refuses a wrong secret and unknown grants', async () => {
    await request(okta.url)
      .post('/oauth2/v1/token')
      .auth('portico', 'wrong')
      .type('form')
      .send({ grant_type: 'refresh_token' })
      .expect(401)
      .expect(({ body }) => expect(body.error).toBe('invalid_client'));
    await token({ grant_type: 'password' }).expect(400);
    await request(okta.url).get('/oauth2/other/v1/keys').expect(404);
  });
});
