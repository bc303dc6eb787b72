import { ConfigReader } from '@backstage/config';
import { createSandbox, type Sandbox } from '@portico/sandbox';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSource, stateOf } from './checkSource';
import { createSources } from './createSources';

jest.setTimeout(120_000);

let dataDir: string;
let sandbox: Sandbox;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'portico-sources-'));
  sandbox = await createSandbox({
    dataDir,
    ports: 'free',
    only: [
      'control',
      'okta',
      'aws',
      'kubernetes',
      'terraform',
      'inbox',
      'prometheus',
      'alertmanager',
      'grafana',
      'pagerduty',
      'azure',
      'opencost',
    ],
  });
});

afterAll(async () => {
  await sandbox.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** The config of the sandbox, with other credentials where they are given. */
function config(token?: string) {
  const { urls } = sandbox;
  const smtp = new URL(urls.smtp);
  return new ConfigReader({
    auth: {
      environment: 'development',
      providers: { okta: { development: { audience: urls.okta } } },
    },
    catalog: {
      providers: {
        okta: {
          'mini-org': {
            orgUrl: urls.okta,
            token: token ?? 'okta-sandbox-token',
          },
        },
      },
    },
    awsIdentity: {
      region: 'us-east-1',
      endpoint: urls.aws,
      accessKeyId: token ?? 'AKIASANDBOX',
      secretAccessKey: 'sandbox-secret',
    },
    terraform: {
      hcp: [
        {
          name: 'mini-org',
          baseUrl: urls.terraform,
          token: token ?? 'tfe-sandbox-token',
          organization: 'mini-org',
        },
      ],
    },
    kubernetes: {
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: 'mini-org',
              url: urls.kubernetes,
              serviceAccountToken: token ?? 'kubernetes-sandbox-token',
            },
          ],
        },
      ],
    },
    health: {
      prometheus: { instances: [{ name: 'mini-org', url: urls.prometheus }] },
      alertmanager: {
        instances: [{ name: 'mini-org', url: urls.alertmanager }],
      },
      pagerduty: {
        token: token ?? 'pagerduty-sandbox-token',
        apiUrl: urls.pagerduty,
      },
    },
    grafana: {
      instances: [
        {
          name: 'mini-org',
          url: urls.grafana,
          token: token ?? 'grafana-sandbox-token',
        },
      ],
    },
    cost: {
      focus: [
        {
          name: 'mini-org',
          from: 's3://mini-org-billing/focus',
          endpoint: urls.aws,
          accessKeyId: token ?? 'AKIASANDBOX',
          secretAccessKey: 'sandbox-secret',
        },
        { name: 'folder', from: dataDir },
        { name: 'address', from: `${urls.opencost}/healthz` },
      ],
      opencost: [{ name: 'mini-org', url: urls.opencost }],
      aws: [
        {
          name: 'mini-org',
          endpoint: urls.aws,
          accessKeyId: token ?? 'AKIASANDBOX',
          secretAccessKey: 'sandbox-secret',
          roleArn: 'arn:aws:iam::111122223333:role/cost',
        },
      ],
      azure: [
        {
          name: 'mini-org',
          scope: '/subscriptions/5a1c0e9d-2f47-4c1b-9a53-6f0d3b7e21c4',
          endpoint: urls.azure,
          token: token ?? 'azure-sandbox-token',
        },
      ],
    },
    email: {
      from: 'Portico <portico@mini-org.example>',
      smtp: { host: smtp.hostname, port: Number(smtp.port) },
    },
  });
}

async function checkAll(token?: string) {
  const { sources } = createSources(config(token));
  const checks = await Promise.all(
    sources.map(async source => {
      const check = await checkSource(source);
      return [source.id, { ...check, state: stateOf(check) }] as const;
    }),
  );
  return Object.fromEntries(checks);
}

it('finds every system that is configured, and that it answers', async () => {
  const found = await checkAll();
  const told = Object.entries(found).map(
    ([id, { state, answeredAs, token }]) => [
      id,
      state,
      token.state,
      answeredAs,
    ],
  );
  expect(told).toEqual([
    ['okta:catalog:mini-org', 'reachable', 'valid', 'Okta'],
    ['okta:sign-in', 'reachable', 'none', 'OpenID Connect'],
    [
      'aws:identity',
      'reachable',
      'valid',
      expect.stringMatching(/^account \d{12}/),
    ],
    ['terraform:mini-org', 'reachable', 'valid', 'organisation mini-org'],
    ['kubernetes:mini-org', 'reachable', 'valid', 'Kubernetes'],
    [
      'prometheus:mini-org',
      'reachable',
      'none',
      expect.stringMatching(/^Prometheus 2/),
    ],
    [
      'alertmanager:mini-org',
      'reachable',
      'none',
      expect.stringMatching(/^Alertmanager 0/),
    ],
    ['grafana:mini-org', 'reachable', 'valid', 'service account sa-1-portico'],
    ['pagerduty', 'reachable', 'valid', 'PagerDuty'],
    ['focus:mini-org', 'reachable', 'valid', 'bucket mini-org-billing'],
    ['focus:folder', 'reachable', 'none', 'folder'],
    ['focus:address', 'reachable', 'none', '127.0.0.1'],
    [
      'aws-cost-explorer:mini-org',
      'reachable',
      'valid',
      expect.stringMatching(/^account 111122223333, .*assumed-role\/cost/),
    ],
    [
      'azure-cost-management:mini-org',
      'reachable',
      'valid',
      'subscription mini-org-azure',
    ],
    ['opencost:mini-org', 'reachable', 'none', 'OpenCost'],
    ['email', 'reachable', 'none', 'SMTP'],
  ]);
  for (const { latencyMs } of Object.values(found)) {
    expect(latencyMs).toBeGreaterThanOrEqual(0);
  }
});

it('says what could be configured besides', () => {
  const { unused } = createSources(config());
  expect(unused.map(({ kind, configKey }) => [kind, configKey])).toEqual([
    ['github', 'integrations.github'],
    ['argocd', 'argocd.instances'],
  ]);
});

it('tells a refused credential from a system that is away, and never shows it', async () => {
  const secret = 'a-wrong-credential';
  const found = await checkAll(secret);
  const refused = Object.entries(found)
    .filter(([, { state }]) => state === 'refused')
    .map(([id]) => id);
  expect(refused).toEqual([
    'okta:catalog:mini-org',
    'aws:identity',
    'terraform:mini-org',
    'kubernetes:mini-org',
    'grafana:mini-org',
    'pagerduty',
    'focus:mini-org',
    'aws-cost-explorer:mini-org',
    'azure-cost-management:mini-org',
  ]);
  expect(JSON.stringify(found)).not.toContain(secret);
  expect(found['kubernetes:mini-org'].message).toMatch(
    /^GET \/api\/v1\/pods answered 401.* Check the credential under kubernetes\.clusterLocatorMethods\.$/,
  );
});

it('says what a system answered that fails', async () => {
  await fetch(`${sandbox.urls.control}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      service: 'prometheus',
      kind: 'status',
      value: 503,
    }),
  });
  const found = await checkAll();
  await fetch(`${sandbox.urls.control}/faults`, { method: 'DELETE' });
  expect(found['prometheus:mini-org']).toMatchObject({
    state: 'unreachable',
    message: expect.stringContaining(
      'GET /api/v1/status/buildinfo answered 503',
    ),
  });
  expect(found['alertmanager:mini-org'].state).toBe('reachable');
});
