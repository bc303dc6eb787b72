import request from 'supertest';

export const REDIRECT_URI = 'http://localhost:7007/api/auth/okta/handler/frame';

/** A browser that goes through the sign-in page of the sandbox's Okta. */
export class TestBrowser {
  readonly #agent: ReturnType<typeof request.agent>;

  constructor(url: string) {
    this.#agent = request.agent(url);
  }

  /** Opens the authorization endpoint: the page, or the redirect that it answers with. */
  async authorize(parameters: Record<string, string>, server = '/oauth2') {
    return this.#agent.get(`${server}/v1/authorize`).query({
      client_id: 'portico',
      response_type: 'code',
      redirect_uri: REDIRECT_URI,
      scope: 'openid profile email groups offline_access',
      state: 'some-state',
      ...parameters,
    });
  }

  /** Chooses an account on the page, and gives the address to which the browser is sent. */
  async choose(page: { text: string }, login: string) {
    const next = /name="next" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
    return this.#agent
      .post('/signin')
      .type('form')
      .send({ login, next: next.replace(/&amp;/g, '&') });
  }

  /** Signs in and gives the code. */
  async signIn(
    login: string,
    parameters: Record<string, string> = {},
    server?: string,
  ): Promise<string> {
    const page = await this.authorize(
      { prompt: 'consent', ...parameters },
      server,
    );
    const { headers } = await this.choose(page, login);
    return new URL(headers.location).searchParams.get('code') ?? '';
  }
}
