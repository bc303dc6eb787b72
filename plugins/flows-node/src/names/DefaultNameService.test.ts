import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DefaultNameService } from './DefaultNameService';

const caller = mockCredentials.user('user:default/lena.fischer');

const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
  spec: { owner: 'group:default/commerce' },
};

describe('DefaultNameService', () => {
  let github: Server;
  let host: string;
  let answer: { status: number; body: object };
  /** How many requests fail before one is answered. */
  let failures: number;
  let requests: { url?: string; authorization?: string }[];

  beforeAll(async () => {
    github = createServer((request, response) => {
      const { url, headers } = request;
      requests.push({ url, authorization: headers.authorization });
      if (requests.length <= failures) {
        if (requests.length % 2) response.writeHead(503).end();
        else request.socket.destroy();
        return;
      }
      response.statusCode = answer.status;
      response.end(JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve =>
      github.listen(0, '127.0.0.1', () => resolve()),
    );
    host = `127.0.0.1:${(github.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise(resolve => github.close(resolve)));
  beforeEach(() => {
    requests = [];
    failures = 0;
    answer = { status: 404, body: { message: 'Not Found' } };
  });

  function create(
    options: {
      items?: object[];
      readable?: object[];
      flows?: object;
      catalogError?: Error;
    } = {},
  ) {
    const { items = [], readable = items, catalogError } = options;
    const catalog = {
      queryEntities: async (
        _: unknown,
        { credentials }: { credentials: unknown },
      ) => {
        if (catalogError) throw catalogError;
        return { items: credentials === caller ? readable : items };
      },
    };
    return DefaultNameService.create({
      catalog: catalog as unknown as CatalogService,
      auth: mockServices.auth(),
      config: mockServices.rootConfig({
        data: {
          integrations: {
            github: [
              { host, apiBaseUrl: `http://${host}/api/v3`, token: 'ghp_x' },
            ],
          },
          flows: options.flows ?? { github: { organization: 'mini-org' } },
        },
      }),
    });
  }

  it('finds a name free that neither the catalog nor GitHub knows', async () => {
    await expect(
      create().check('gift-cards', { credentials: caller }),
    ).resolves.toEqual({
      name: 'gift-cards',
      free: true,
      taken: [],
      unknown: [],
    });
    expect(requests).toEqual([
      {
        url: '/api/v3/repos/mini-org/gift-cards',
        authorization: 'Bearer ghp_x',
      },
    ]);
  });

  it('says where a name is taken, with a link', async () => {
    const html_url = `http://${host}/mini-org/orders`;
    answer = { status: 200, body: { full_name: 'mini-org/orders', html_url } };
    const result = await create({ items: [orders] }).check('orders', {
      credentials: caller,
    });
    expect(result.free).toBe(false);
    expect(result.taken).toEqual([
      {
        where: 'catalog',
        message:
          'A component of this name is in the catalog, owned by commerce.',
        url: '/catalog/default/component/orders',
      },
      {
        where: 'github',
        message: 'The repository mini-org/orders exists on GitHub.',
        url: html_url,
      },
    ]);
  });

  it('tells nothing about what the caller may not read, but that the name is taken', async () => {
    const result = await create({ items: [orders], readable: [] }).check(
      'orders',
      { credentials: caller },
    );
    expect(result.free).toBe(false);
    expect(result.taken).toEqual([
      { where: 'catalog', message: expect.stringContaining('may not see') },
    ]);
  });

  it('finds the old name of a renamed repository free', async () => {
    answer = { status: 200, body: { full_name: 'mini-org/new-name' } };
    await expect(
      create().check('old-name', { credentials: caller }),
    ).resolves.toMatchObject({ free: true });
  });

  it.each([
    [401, 'check the token of'],
    [503, 'answered 503'],
  ])('says that GitHub could not be asked after %i', async (status, reason) => {
    answer = { status, body: {} };
    const result = await create().check('gift-cards', { credentials: caller });
    expect(result).toMatchObject({
      free: true,
      unknown: [{ where: 'github', reason: expect.stringContaining(reason) }],
    });
    expect(JSON.stringify(result)).not.toContain('ghp_x');
  });

  it('asks GitHub again after a 503 and after a lost connection', async () => {
    failures = 2;
    const result = await create().check('gift-cards', { credentials: caller });
    expect(result).toMatchObject({ free: true, unknown: [] });
    expect(requests).toHaveLength(3);
  });

  it('says which source is missing when the catalog fails or no organisation is configured', async () => {
    const result = await create({
      catalogError: new Error('database is locked'),
      flows: {},
    }).check('gift-cards', { credentials: caller });
    expect(result.unknown).toEqual([
      { where: 'catalog', reason: expect.stringContaining('is locked') },
      { where: 'github', reason: expect.stringContaining('flows.github') },
    ]);
  });

  it('asks GitHub once for the same question at the same time', async () => {
    const service = create();
    await Promise.all(
      [1, 2, 3].map(() => service.check('gift-cards', { credentials: caller })),
    );
    expect(requests).toHaveLength(1);
  });

  it('explains a malformed name and asks nobody', async () => {
    await expect(
      create().check('Gift Cards', { credentials: caller }),
    ).rejects.toThrow('Use hyphens instead of spaces');
    expect(requests).toEqual([]);
  });
});
