import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { PluginAccess } from '../delegation';

/** What another plugin was asked. */
export interface AskedOfPlugin {
  url?: string;
  body?: unknown;
}

/** Another plugin of the portal, as far as `askPlugin` sees it: remembers what it was asked, and answers what the test says. */
export class FakePlugin {
  readonly #server: Server;
  #port = 0;
  /** Since the last `reset`. */
  asked: AskedOfPlugin[] = [];
  answer: { status: number; body: object } = { status: 200, body: {} };

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const body = await text(request);
      this.asked.push({
        url: request.url,
        ...(body && { body: JSON.parse(body) }),
      });
      response.writeHead(this.answer.status, {
        'content-type': 'application/json',
      });
      response.end(JSON.stringify(this.answer.body));
    });
  }

  static async start(): Promise<FakePlugin> {
    const plugin = new FakePlugin();
    await new Promise<void>(resolve => {
      plugin.#server.listen(0, '127.0.0.1', resolve);
    });
    plugin.#port = (plugin.#server.address() as AddressInfo).port;
    return plugin;
  }

  /** Leads to it, whichever plugin is meant; to nobody once it has stopped. */
  get access(): PluginAccess {
    const auth: Pick<
      AuthService,
      'getOwnServiceCredentials' | 'getPluginRequestToken'
    > = {
      getOwnServiceCredentials: async () => ({
        $$type: '@backstage/BackstageCredentials',
        principal: { type: 'service', subject: 'plugin:test' },
      }),
      getPluginRequestToken: async () => ({ token: 'test' }),
    };
    const discovery: DiscoveryService = {
      getBaseUrl: async id => `http://127.0.0.1:${this.#port}/api/${id}`,
      getExternalBaseUrl: async id =>
        `http://127.0.0.1:${this.#port}/api/${id}`,
    };
    return { auth: auth as AuthService, discovery };
  }

  /** Refuses as a plugin of Backstage does. */
  fail(status: number, message: string, name = 'Error'): void {
    const error = { name, message };
    this.answer = { status, body: { error, response: { statusCode: status } } };
  }

  /** Forgets what was asked, and answers this from now on. */
  reset(body: object = {}): void {
    this.asked = [];
    this.answer = { status: 200, body };
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}
