import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA, LOGS, ROOT } from './paths.mjs';
import { launch, tailOf } from './processes.mjs';
import { Stop } from './Stop.mjs';
import { TECHDOCS_BIN } from './techdocs.mjs';

/** Lets Node run our TypeScript as it stands. */
const TRANSFORM = ['--import', '@backstage/cli/config/nodeTransform.cjs'];

/** The token that automation uses against the sandboxed portal (app-config.sandbox.yaml). */
const AUTOMATION_TOKEN = 'portico-sandbox-automation';

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
  const log = join(LOGS, 'sandbox.log');
  const child = launch(node, [...TRANSFORM, 'packages/sandbox/src/main.ts'], {
    env: { ...env, PORTICO_SANDBOX_DIR: join(DATA, 'sandbox') },
    log,
  });
  await waitFor('the sandbox', child, log, 60, async () => {
    const response = await fetch('http://127.0.0.1:7100/health');
    return response.ok;
  });
  return child;
}

/** Starts the portal and waits until people can sign in. */
export async function startPortal({ node, env }) {
  const log = join(LOGS, 'portal.log');
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
    { env: portalEnv(env), log },
  );
  await waitForPortal(child, log);
  return child;
}

/** Waits until the portal's catalog knows people and components. */
export async function waitForPortal(child, log) {
  await waitFor('the portal', child, log, 180, async () => {
    const kinds = await Promise.all(
      ['user', 'component', 'template'].map(async kind => {
        const response = await fetch(
          `http://localhost:7007/api/catalog/entities/by-query?filter=kind=${kind}&limit=1&fields=kind`,
          { headers: { authorization: `Bearer ${AUTOMATION_TOKEN}` } },
        );
        return response.ok && (await response.json()).totalItems > 0;
      }),
    );
    return kinds.every(Boolean);
  });
}

async function waitFor(what, child, log, seconds, isReady) {
  let ended;
  child.exited.then(({ code, error }) => {
    ended = error?.message ?? `it exited with ${code}`;
  });
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    if (ended) {
      throw new Stop(
        `Starting ${what} failed: ${ended}.\n${
          log ? `${tailOf(log)}\nAll of it: ${log}` : ''
        }`,
      );
    }
    const ready = await isReady().catch(() => false);
    if (ready) return;
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  throw new Stop(
    `${what} did not answer within ${seconds} s.\n${
      log ? `${tailOf(log)}\nAll of it: ${log}` : ''
    }`,
  );
}
