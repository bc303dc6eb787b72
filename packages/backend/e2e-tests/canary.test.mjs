/**
 * Puts a secret of its own into each place where one can enter, runs flows that use them, and looks for
 * them everywhere where none belongs. Run by `npm test -- canary`.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import Database from 'better-sqlite3';
import { Canaries } from './canary/Canaries.mjs';
import { findInAnswers, findInFolder } from './canary/findings.mjs';
import { newService } from './faults/newService.mjs';
import { Portal } from './harness/Portal.mjs';
import { Sandbox } from './harness/Sandbox.mjs';

const PLATFORM = 'platform@mini-org.example';
const ENGINEER = 'engineer@mini-org.example';
const PEOPLE_OPS = 'people-ops@mini-org.example';
const INBOX = 'http://127.0.0.1:7111/messages';
/** What the sandbox takes: fixed, and as secret as the real ones. */
const FIXED = [
  'ghp_sandbox_portico',
  'okta-sandbox-token',
  'portico-sandbox-secret',
  'sandbox-secret',
  'argocd-sandbox-token',
  'grafana-sandbox-token',
  'kubernetes-sandbox-token',
  'tfe-sandbox-token',
  'pagerduty-sandbox-token',
  'azure-sandbox-token',
  'github-webhook-sandbox-secret',
  'portico-sandbox-automation',
];

const PERSON = {
  firstName: 'Cleo',
  lastName: 'Canary',
  email: 'cleo.canary@mini-org.example',
  title: 'Software Engineer',
  teamRef: 'group:default/commerce',
  managerRef: 'user:default/lena.fischer',
  startDate: new Date().toISOString().slice(0, 10),
  awsAccess: 'ReadOnly',
};

const folder = mkdtempSync(join(tmpdir(), 'portico-canary-'));
const work = join(folder, 'portal-7007', 'work');
const canaries = new Canaries();
const password = canaries.make('secret of the form');
let sandbox;
let portal;

before(async () => {
  for (const value of FIXED) canaries.make(value, value);
  mkdirSync(work, { recursive: true });
  sandbox = await new Sandbox({ folder }).start();
  portal = await new Portal({
    folder,
    configs: ['packages/backend/e2e-tests/canary/app-config.yaml'],
    env: {
      LOG_LEVEL: 'debug',
      APP_CONFIG_backend_workingDirectory: work,
      APP_CONFIG_scaffolder_defaultEnvironment_secrets_canary: canaries.make(
        'scaffolder.defaultEnvironment.secrets',
      ),
      APP_CONFIG_auth_session_secret: canaries.make('auth.session.secret'),
      APP_CONFIG_flows_encryption_keys: JSON.stringify([
        {
          secret: canaries.make(
            'flows.encryption.keys',
            randomBytes(32).toString('base64'),
          ),
        },
      ]),
      // The sandbox's server knows no passwords: what sends mail fails, and is cleaned up.
      APP_CONFIG_email_smtp_user: 'portico',
      APP_CONFIG_email_smtp_password: canaries.make('email.smtp.password'),
      // A bill that can't be had: what is said of it is kept, and shown.
      APP_CONFIG_cost_focus: JSON.stringify([
        {
          name: 'lost',
          from: 'http://127.0.0.1:7112/bill.csv',
          headers: { 'x-key': canaries.make('cost.focus.headers') },
        },
        {
          name: 'mini-org',
          from: 's3://mini-org-billing/focus',
          endpoint: 'http://127.0.0.1:7103',
          accessKeyId: 'AKIASANDBOX',
          secretAccessKey: 'sandbox-secret',
        },
      ]),
      APP_CONFIG_cost_opencost: JSON.stringify([
        {
          name: 'mini-org',
          url: 'http://127.0.0.1:7112',
          token: canaries.make('cost.opencost.token'),
        },
      ]),
    },
  }).start();
  for (const login of [PLATFORM, ENGINEER, PEOPLE_OPS]) {
    canaries.make(`token of ${login}`, await portal.tokenOf(login));
  }
});

after(async () => {
  await portal?.kill();
  await sandbox?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('what is planted is found', () => {
  const place = join(folder, 'planted');
  mkdirSync(place);
  const database = new Database(join(place, 'some.sqlite'));
  database.exec('CREATE TABLE things (state TEXT, contents BLOB)');
  database
    .prepare('INSERT INTO things VALUES (?, ?)')
    .run(JSON.stringify({ password }), Buffer.from(`tar ${password}`));
  database.close();
  writeFileSync(
    join(place, 'log'),
    Buffer.from(`a${password}b`, 'utf8').toString('base64'),
  );
  const found = findInFolder(place, canaries);
  assert.deepEqual(
    found.map(finding => finding.replace(`${place}/`, '')).sort(),
    [
      'secret of the form: in log',
      'secret of the form: in some.sqlite, things.contents, row 0',
      'secret of the form: in some.sqlite, things.state, row 0',
    ],
  );
  rmSync(place, { recursive: true });
});

test('secrets are nowhere but where they belong', async t => {
  const tasks = {
    careless: await start(PLATFORM, 'canary', { name: 'canary' }, { password }),
    service: await portal.run(
      newService.template,
      newService.values('songs', newService.team),
      ENGINEER,
    ),
    person: await portal.run('user-onboarding', PERSON, PEOPLE_OPS),
  };
  await portal.until('Terraform', async () => {
    const { provision } = await portal.steps(tasks.careless);
    return provision !== undefined;
  });

  await t.test('while flows run', () => {
    assert.deepEqual(findInFolder(join(folder, 'portal-7007'), canaries), []);
  });

  await t.test('flows end, and what failed is cleaned up', async () => {
    for (const [name, wanted] of [
      ['careless', 'completed'],
      ['service', 'completed'],
      ['person', 'failed'],
    ]) {
      const { status } = await portal.ended(tasks[name]);
      const events = await portal.events(tasks[name]);
      assert.equal(status, wanted, JSON.stringify(events.slice(-12)));
    }
    const steps = await portal.steps(tasks.person);
    assert.equal(steps['send-welcome'], 'failed', JSON.stringify(steps));
    canaries.make('activation link', await activationToken());
  });

  await t.test('they came to where they belong', () => {
    const held = findInFolder(join(folder, 'sandbox'), canaries).join('\n');
    for (const place of [
      'secret of the form',
      'scaffolder.defaultEnvironment.secrets',
      'activation link',
    ]) {
      assert.ok(held.includes(place), `${place} never reached the sandbox`);
    }
  });

  await t.test('files, databases and workspaces', () => {
    assert.deepEqual(findInFolder(join(folder, 'portal-7007'), canaries), []);
  });

  await t.test('logs, with the audit log in them', () => {
    const lines = portal.output().split('\n');
    assert.ok(lines.length > 500);
    const found = lines.flatMap(line =>
      canaries.in(line).map(place => `${place}: in ${line.slice(0, 500)}`),
    );
    assert.deepEqual(found, []);
  });

  await t.test('what a browser gets', async () => {
    const verdict = '/api/health/verdicts/component/default/orders';
    await portal.until('A verdict', () => portal.ask(verdict), 300);
    const ofTasks = Object.values(tasks).flatMap(id => [
      `/api/scaffolder/v2/tasks/${id}`,
      `/api/scaffolder/v2/tasks/${id}/events`,
      `/api/scaffolder/portico/tasks/${id}/ledger`,
    ]);
    const paths = [
      ...ofTasks,
      '/api/scaffolder/v2/tasks',
      '/api/scaffolder/v2/actions',
      '/api/approvals/approvals',
      '/api/catalog/entities',
      '/api/catalog/locations',
      '/api/notifications/notifications',
      '/api/search/query?term=canary',
      '/api/health/overview',
      verdict,
      '/api/sources/sources',
      '/api/delivery/overview',
      '/api/cost/sources',
      '/api/cost/organisation',
      ...(await ofGrafana()),
    ].map(path => ({ path, as: PLATFORM }));
    const found = await findInAnswers(
      portal,
      [...paths, { path: '/' }],
      canaries,
    );
    assert.deepEqual(found, []);
  });

  await t.test('mails', async () => {
    const found = [];
    for (const { id, subject } of await (await fetch(INBOX)).json()) {
      const text = await (await fetch(`${INBOX}/${id}`)).text();
      found.push(...canaries.in(text).map(place => `${place}: in ${subject}`));
    }
    const elsewhere = found.filter(line => !/^activation link/.test(line));
    assert.deepEqual(elsewhere, []);
  });
});

async function start(as, template, values, secrets) {
  const { id } = await portal.ask('/api/scaffolder/v2/tasks', {
    as,
    method: 'POST',
    body: { templateRef: `template:default/${template}`, values, secrets },
  });
  return id;
}

/** What the portal says of a service's dashboards: their list, each of them with a panel, and alerts. */
async function ofGrafana() {
  const entity = 'component/default/orders';
  const list = `/api/grafana/dashboards/${entity}`;
  const { items } = await portal.ask(list, { as: PLATFORM });
  assert.ok(items.length > 0, 'orders has no dashboard');
  const views = await Promise.all(
    items.map(async ({ instance, uid }) => {
      const path = `${entity}/${instance}/${uid}`;
      const view = `/api/grafana/dashboards/${path}?from=now-1h&to=now`;
      const { panels } = await portal.ask(view, { as: PLATFORM });
      const { key } = panels.find(({ kind }) => kind === 'panel');
      const panel = `/api/grafana/panels/${path}/${key}?from=now-1h&to=now&points=100`;
      return [view, panel];
    }),
  );
  return [list, ...views.flat(), `/api/grafana/alerts/${entity}`];
}

/** What stands in the link by which a new person sets a password. */
async function activationToken() {
  const query = new URLSearchParams({ to: PERSON.email });
  for (const { id } of await (await fetch(`${INBOX}?${query}`)).json()) {
    const mail = await (await fetch(`${INBOX}/${id}`)).text();
    const token = /\/welcome\/([\w-]+)/.exec(mail)?.[1];
    if (token) return token;
  }
  throw new Error(`Okta has sent no link to ${PERSON.email}`);
}
