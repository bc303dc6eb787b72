import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DATA, LOGS, ROOT } from './paths.mjs';
import { endInWords, failure, launch } from './processes.mjs';
import { Stop } from './Stop.mjs';
import { TECHDOCS_BIN } from './techdocs.mjs';

/** Lets Node run our TypeScript as it stands. */
export const TRANSFORM = [
  '--import',
  '@backstage/cli/config/nodeTransform.cjs',
];

/** The token that automation uses against the sandboxed portal (app-config.sandbox.yaml). */
const AUTOMATION_TOKEN = 'portico-sandbox-automation';

export const SANDBOX_LOG = join(LOGS, 'sandbox.log');
export const PORTAL_LOG = join(LOGS, 'portal.log');

/** Removes what portal and sandbox remember. */
export function reset() {
  for (const name of ['sandbox', 'portal']) {
    rmSync(join(DATA, name), { recursive: true, force: true });
  }
}

/** The environment of the portal against the sandbox. */
export function portalEnv(env) {
  return {
    ...env,
    PATH: `${TECHDOCS_BIN}:${env.PATH}`,
    PORTICO_ROOT: ROOT,
    PORTICO_DATA_DIR: join(DATA, 'portal'),
    NODE_OPTIONS: '--no-node-snapshot',
    NO_PROXY: ['127.0.0.1', 'localhost', env.NO_PROXY]
      .filter(Boolean)
      .join(','),
  };
}

/** Starts the sandbox and waits until it answers. */
export async function startSandbox({ node, env }) {
  const child = launch(node, [...TRANSFORM, 'packages/sandbox/src/main.ts'], {
    env: { ...env, PORTICO_SANDBOX_DIR: join(DATA, 'sandbox') },
    log: SANDBOX_LOG,
  });
  await waitFor('the sandbox', child, SANDBOX_LOG, 300, async () => {
    const response = await fetch('http://127.0.0.1:7100/health');
    return response.ok;
  });
  return child;
}

/** Starts the portal and waits until people can sign in. */
export async function startPortal({ node, env }) {
  const child = launch(
    node,
    [
      ...TRANSFORM,
      'packages/backend/src/index.ts',
      '--config',
      'app-config.yaml',
      '--config',
      'app-config.sandbox.yaml',
    ],
    { env: portalEnv(env), log: PORTAL_LOG },
  );
  await waitForPortal(child, PORTAL_LOG);
  return child;
}

/** For how long the catalog must not have grown to count as read in. */
const SETTLED_MS = 2_000;

/** Waits until the portal's catalog has read in people, components and templates. */
export async function waitForPortal(child, log) {
  let before = '';
  let since = Date.now();
  await waitFor('the portal', child, log, 600, async () => {
    const started = await fetch(
      'http://127.0.0.1:7007/.backstage/health/v1/readiness',
    );
    if (!started.ok) return false;
    const counts = await Promise.all(
      ['user', 'component', 'template'].map(count),
    );
    if (counts.join() !== before) {
      before = counts.join();
      since = Date.now();
    }
    // The first component is Portico itself, from a file; the others come from GitHub.
    const [users, components, templates] = counts;
    const known = users > 0 && components > 1 && templates > 0;
    return known && Date.now() - since >= SETTLED_MS;
  });
}

/** How many entities of a kind the catalog has. */
async function count(kind) {
  const response = await fetch(
    `http://127.0.0.1:7007/api/catalog/entities/by-query?filter=kind=${kind}&limit=1&fields=kind`,
    { headers: { authorization: `Bearer ${AUTOMATION_TOKEN}` } },
  );
  return response.ok ? (await response.json()).totalItems : 0;
}

async function waitFor(what, child, log, seconds, isReady) {
  let end;
  child.exited.then(how => {
    end = how;
  });
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    if (end) throw failure(`Starting ${what}`, end, log);
    // Not yet listening is no error here: the deadline is what counts.
    if (await isReady().catch(() => false)) return;
    await sleep(250);
  }
  throw new Stop(
    `Starting ${what} failed: it is not ready after ${seconds} s.${
      log ? ` What it says: ${relative(process.cwd(), log)}` : ''
    }`,
  );
}

/** Ends the command with one line when a process that should go on ends. */
export async function stopWhenEnded(what, child, log) {
  const end = await child.exited;
  throw new Stop(
    `${what} ended by itself (${endInWords(end)}), so everything was stopped.${
      log ? ` What it said last: ${relative(process.cwd(), log)}` : ''
    }`,
  );
}
