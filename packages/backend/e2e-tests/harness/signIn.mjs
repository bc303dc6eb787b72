import { CookieJar } from './CookieJar.mjs';

/**
 * Signs in through the sandbox's Okta as a browser does, and returns a Portico token.
 * `login`: e-mail of one of the sandbox's people, e.g. `engineer@mini-org.example`.
 */
export async function signIn(portal, login) {
  const browser = new CookieJar();
  const start = new URL('/api/auth/okta/start', portal);
  start.search = new URLSearchParams({
    env: 'development',
    flow: 'redirect',
    redirectUrl: `${portal}/`,
    scope: 'openid profile email offline_access',
  });
  const page = await browser.follow(start);
  const next = /name="next" value="([^"]*)"/.exec(page.text)?.[1];
  const button = new RegExp(
    `name="login" value="([^"]+)"[^>]*>(?:(?!</button>)[\\s\\S])*${login}`,
  ).exec(page.text);
  if (!next || !button) {
    throw new Error(`${login} is not on Okta's sign-in page ${page.url}`);
  }
  await browser.follow(new URL('/signin', page.url), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      login: button[1],
      next: next.replaceAll('&amp;', '&'),
    }).toString(),
  });
  const session = await browser.follow(
    new URL('/api/auth/okta/refresh?optional&env=development', portal),
    { headers: { 'x-requested-with': 'XMLHttpRequest' } },
  );
  const { backstageIdentity } = JSON.parse(session.text);
  if (!backstageIdentity) {
    throw new Error(
      `${login} could not sign in: ${session.text.slice(0, 300)}`,
    );
  }
  return backstageIdentity.token;
}
