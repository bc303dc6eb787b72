import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { DefaultNameService } from '@portico/plugin-flows-node';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Connections, type Connection } from '../checks/Connections';
import { OwnerCheck } from '../checks/OwnerCheck';
import { createCheckRequestAction } from './checkRequest';

const tokens = {
  github: 'ghp_right',
  argocd: 'argo-right',
  hcp: 'hcp-right',
  grafana: 'glsa_right',
};

const entities: Record<string, object> = {
  'group:default/commerce': { kind: 'Group' },
  'group:default/logistics': { kind: 'Group' },
  'user:default/lena.fischer': {
    kind: 'User',
    relations: [{ type: 'memberOf', targetRef: 'group:default/commerce' }],
  },
  'user:default/priya.nair': {
    kind: 'User',
    relations: [
      { type: 'memberOf', targetRef: 'group:default/platform-admins' },
    ],
  },
  'user:default/new.comer': { kind: 'User', relations: [] },
};

const catalog = {
  getEntityByRef: async (ref: string) => entities[ref],
  queryEntities: async () => ({ items: [] }),
} as unknown as CatalogService;

describe('portico:check-request', () => {
  let server: Server;
  let origin: string;
  let failures: number;
  const rights: Record<string, string[]> = {
    'dashboards:create': ['*'],
    'dashboards:write': ['*'],
    'folders:create': ['*'],
  };

  /** Stands for GitHub, Argo CD, Grafana and HCP Terraform, told apart by their paths. */
  beforeAll(async () => {
    const answers: [RegExp, string, object | undefined][] = [
      [
        /^\/gh\/repos\/mini-org\/orders$/,
        tokens.github,
        { full_name: 'mini-org/orders' },
      ],
      [/^\/gh\/repos\//, tokens.github, undefined],
      [/^\/gh\/orgs\/mini-org$/, tokens.github, {}],
      [/^\/argo\/api\/v1\/applications/, tokens.argocd, { items: null }],
      [
        /^\/grafana\/api\/access-control\/user\/permissions$/,
        tokens.grafana,
        rights,
      ],
      [/^\/hcp\/api\/v2\/organizations\/mini-org$/, tokens.hcp, {}],
    ];
    server = createServer((request, response) => {
      const match = answers.find(([path]) => path.test(request.url ?? ''));
      if (failures > 0 && request.url?.startsWith('/hcp')) {
        failures -= 1;
        response.statusCode = 503;
      } else if (request.headers.authorization !== `Bearer ${match?.[1]}`) {
        response.statusCode = 401;
      } else if (!match?.[2]) {
        response.statusCode = 404;
      }
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(match?.[2] ?? {}));
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise(resolve => server.close(resolve)));
  beforeEach(() => {
    failures = 0;
  });

  async function run(
    input: {
      name?: string;
      owner?: string;
      repoUrl?: string;
      connections?: Connection[];
    },
    options: {
      user?: string | null;
      wrong?: Partial<typeof tokens>;
      isDryRun?: boolean;
      grafana?: false;
      checkpoint?: () => Promise<unknown>;
    } = {},
  ) {
    const used = { ...tokens, ...options.wrong };
    const config = mockServices.rootConfig({
      data: {
        integrations: {
          github: [
            {
              host: origin,
              apiBaseUrl: `http://${origin}/gh`,
              token: used.github,
            },
          ],
        },
        flows: { github: { organization: 'mini-org' } },
        argocd: {
          instances: [
            {
              name: 'main',
              baseUrl: `http://${origin}/argo`,
              token: used.argocd,
            },
          ],
        },
        ...(options.grafana !== false && {
          grafana: {
            instances: [
              {
                name: 'main',
                url: `http://${origin}/grafana`,
                token: used.grafana,
              },
            ],
          },
        }),
        terraform: {
          hcp: [
            {
              name: 'main',
              baseUrl: `http://${origin}/hcp`,
              token: used.hcp,
              organization: 'mini-org',
            },
          ],
        },
      },
    });
    const action = createCheckRequestAction({
      names: DefaultNameService.create({
        config,
        catalog,
        auth: mockServices.auth(),
      }),
      owners: OwnerCheck.create({ config, catalog }),
      connections: Connections.fromConfig(config),
    });
    const { user = 'user:default/lena.fischer' } = options;
    const lines: string[] = [];
    const context = createMockActionContext({
      input: { name: 'gift-cards', owner: 'commerce', ...input },
      user: user ? { ref: user } : undefined,
      isDryRun: options.isDryRun,
      getInitiatorCredentials: async () => mockCredentials.user(),
    });
    if (options.checkpoint) {
      Object.assign(context, { checkpoint: options.checkpoint });
    }
    jest
      .spyOn(context.logger, 'info')
      .mockImplementation(line => lines.push(String(line)));
    await action.handler(context as never);
    return { output: context.output as jest.Mock, lines };
  }

  it('says in one line that everything is fine, in a dry run too', async () => {
    for (const isDryRun of [false, true]) {
      const { output, lines } = await run(
        { connections: ['github', 'argocd', 'terraform', 'grafana'] },
        { isDryRun },
      );
      expect(lines.at(-1)).toContain(
        'Name free, owner yours, 4 connections answer',
      );
      expect(output).toHaveBeenCalledWith('ownerRef', 'group:default/commerce');
    }
  });

  it.each([
    [{ name: 'orders' }, 'The repository mini-org/orders exists on GitHub'],
    [{ name: 'Gift Cards' }, 'Use hyphens instead of spaces'],
    [{ owner: 'logistics' }, "don't belong to group:default/logistics"],
    [{ owner: 'nobody' }, 'There is no group group:default/nobody'],
    [{ owner: 'user:default/lena.fischer' }, 'has to be a group'],
    [{ repoUrl: 'github.com' }, 'names no repository'],
    [
      { repoUrl: 'github.com?owner=mini-org&repo=other' },
      'Give both the same name',
    ],
  ])('refuses %j', async (input, message) => {
    await expect(run(input)).rejects.toThrow(message);
  });

  it('lets the platform team act for any group, and nobody without a group', async () => {
    const { output } = await run(
      { owner: 'logistics' },
      { user: 'user:default/priya.nair' },
    );
    expect(output).toHaveBeenCalledWith('ownerRef', 'group:default/logistics');
    await expect(run({}, { user: 'user:default/new.comer' })).rejects.toThrow(
      'You belong to no group',
    );
    await expect(run({}, { user: null })).rejects.toThrow(
      'needs a person behind it',
    );
  });

  it.each([
    ['argocd', { argocd: 'stale' }, /Argo CD 'main' .*argocd\.instances/],
    ['terraform', { hcp: 'stale' }, /'main' answered 401.*terraform\.hcp/],
    ['github', { github: 'stale' }, /integrations\.github/],
    ['grafana', { grafana: 'stale' }, /Grafana 'main' .*grafana\.instances/],
  ] as const)(
    'names the server and the key to correct when %s refuses the token',
    async (connection, wrong, message) => {
      const failure = run({ connections: [connection] }, { wrong });
      await expect(failure).rejects.toThrow(message);
      await expect(failure).rejects.not.toThrow('stale');
    },
  );

  it('does not take what the same task made before for taken', async () => {
    const checkpoint = async () => true;
    await expect(
      run({ name: 'orders' }, { checkpoint }),
    ).resolves.toBeDefined();
  });

  it('says which right the token of Grafana lacks, and does without Grafana', async () => {
    delete rights['dashboards:create'];
    const failure = run({ connections: ['grafana'] });
    await expect(failure).rejects.toThrow(
      "The token of Grafana 'main' may not make dashboards: dashboards:create missing.",
    );
    const { lines } = await run(
      { connections: ['grafana'] },
      { grafana: false },
    );
    expect(lines).toContain(
      'No Grafana is configured: no dashboard will be made',
    );
  });

  it('asks again after a 503', async () => {
    failures = 1;
    const { lines } = await run({ connections: ['terraform'] });
    expect(lines).toContain("HCP Terraform 'main' answers");
    failures = 3;
    await expect(run({ connections: ['terraform'] })).rejects.toThrow(
      'Asked 3 times; nothing was made',
    );
  });
});
