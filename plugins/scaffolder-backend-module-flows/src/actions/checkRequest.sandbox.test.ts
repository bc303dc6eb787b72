import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import { DefaultNameService } from '@portico/plugin-flows-node';
import { createSandbox, type Sandbox } from '@portico/sandbox';
import { Connections } from '../checks/Connections';
import { OwnerCheck } from '../checks/OwnerCheck';
import { createCheckRequestAction } from './checkRequest';

const LENA = 'user:default/lena.fischer';
const GROUPS = ['group:default/commerce', 'group:default/logistics'];

const catalog = {
  getEntityByRef: async (ref: string) => {
    if (GROUPS.includes(ref)) return { kind: 'Group' };
    const relations = [{ type: 'memberOf', targetRef: GROUPS[0] }];
    return ref === LENA ? { kind: 'User', relations } : undefined;
  },
  queryEntities: async () => ({ items: [] }),
} as unknown as CatalogService;

// A sandbox is at work; slow machines need their time.
jest.setTimeout(240_000);

/** The first step of "new-service", against the platform that the later steps would change. */
describe('portico:check-request against the sandbox', () => {
  const folder = createMockDirectory();
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await createSandbox({
      dataDir: folder.resolve('sandbox'),
      ports: 'free',
      pace: 0.02,
      only: [
        'control',
        'github',
        'kubernetes',
        'argocd',
        'terraform',
        'grafana',
      ],
    });
  }, 240_000);
  afterAll(() => sandbox?.stop());

  async function check(change: {
    input?: { name?: string; owner?: string };
    tokens?: {
      github?: string;
      hcp?: string;
      argocd?: string;
      grafana?: string;
    };
    terraform?: JsonObject;
  }): Promise<Error | undefined> {
    const { urls } = sandbox;
    const { tokens = {} } = change;
    const { host } = new URL(urls.github);
    const hcp = {
      name: 'main',
      baseUrl: urls.terraform,
      token: tokens.hcp ?? 'tfe-sandbox-token',
      organization: 'mini-org',
    };
    const instance = {
      name: 'main',
      baseUrl: urls.argocd,
      token: tokens.argocd ?? 'argocd-sandbox-token',
    };
    const github = {
      host,
      apiBaseUrl: `${urls.github}/api/v3`,
      token: tokens.github ?? 'ghp_sandbox_portico',
    };
    const config = mockServices.rootConfig({
      data: {
        integrations: { github: [github] },
        flows: { github: { organization: 'mini-org' } },
        argocd: { instances: [instance] },
        grafana: {
          instances: [
            {
              name: 'main',
              url: urls.grafana,
              token: tokens.grafana ?? 'grafana-sandbox-token',
            },
          ],
        },
        terraform: change.terraform ?? { hcp: [hcp] },
      },
    });
    const auth = mockServices.auth();
    const action = createCheckRequestAction({
      names: DefaultNameService.create({ config, catalog, auth }),
      owners: OwnerCheck.create({ config, catalog }),
      connections: Connections.fromConfig(config),
    });
    const name = change.input?.name ?? 'gift-cards';
    const context = createMockActionContext({
      input: {
        name,
        owner: change.input?.owner ?? 'group:default/commerce',
        repoUrl: `${host}?owner=mini-org&repo=${name}`,
        connections: ['github', 'terraform', 'argocd', 'grafana'],
      },
      user: { ref: LENA },
      getInitiatorCredentials: async () => mockCredentials.user(LENA),
    });
    return action.handler(context as never).then(
      () => undefined,
      error => error,
    );
  }

  async function requests() {
    const response = await fetch(`${sandbox.urls.control}/requests`, {
      headers: { accept: 'application/json' },
    });
    return (await response.json()) as { service: string; method: string }[];
  }

  const writes = async () =>
    (await requests()).filter(({ method }) => method !== 'GET');

  it('passes what is right, and changes nothing', async () => {
    expect(await check({})).toBeUndefined();
    const asked = new Set((await requests()).map(({ service }) => service));
    expect([...asked]).toEqual(
      expect.arrayContaining(['github', 'terraform', 'argocd', 'grafana']),
    );
    expect(await writes()).toEqual([]);
  });

  it.each<[string, Parameters<typeof check>[0], RegExp]>([
    [
      'a name that is taken',
      { input: { name: 'orders' } },
      /The name orders is taken\. .*mini-org\/orders exists.*another name/,
    ],
    [
      'a malformed name',
      { input: { name: 'gift_cards' } },
      /'gift_cards' is not a name\. Use/,
    ],
    [
      'an owner that one does not belong to',
      { input: { owner: 'group:default/logistics' } },
      /don't belong to group:default\/logistics.*Pick one of yours/,
    ],
    [
      'a wrong token for GitHub',
      { tokens: { github: 'not-this-one' } },
      /refused Portico's credentials.*integrations\.github.*Nothing was made/,
    ],
    [
      'a wrong token for HCP Terraform',
      { tokens: { hcp: 'not-this-one' } },
      /HCP Terraform 'main' .*refuses Portico's token.*terraform\.hcp/,
    ],
    [
      'a wrong token for Argo CD',
      { tokens: { argocd: 'not-this-one' } },
      /Argo CD 'main' answered 401.*Check the token.*argocd\.instances/,
    ],
    [
      'a wrong token for Grafana',
      { tokens: { grafana: 'not-this-one' } },
      /Grafana 'main' answered 401.*grafana\.instances/,
    ],
    [
      'executor cli without terraform',
      {
        terraform: { defaultExecutor: 'cli', cli: { binary: 'no-such-tofu' } },
      },
      /no-such-tofu is not installed.*terraform\.cli\.binary/,
    ],
    [
      'executor cli without a place for the state',
      {
        terraform: {
          defaultExecutor: 'cli',
          cli: { binary: process.execPath },
        },
      },
      /set terraform\.cli\.backend/,
    ],
  ])('refuses %s before anything is made', async (_, change, message) => {
    const error = await check(change);
    expect(error?.message).toMatch(message);
    expect(error?.message).not.toContain('not-this-one');
    expect(await writes()).toEqual([]);
  });
});
