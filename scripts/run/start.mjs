import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureAppBuilt } from './buildApp.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureNode } from './node24.mjs';
import { ensurePortsFree } from './ports.mjs';
import { say } from './say.mjs';
import {
  PORTAL_LOG,
  reset,
  SANDBOX_LOG,
  startPortal,
  startSandbox,
  stopWhenEnded,
} from './services.mjs';
import { Stop } from './Stop.mjs';
import { prepareTechDocs } from './techdocs.mjs';

/** Everything that both `start` and `dev` need before the first process. */
export async function prepare(args, portalPorts) {
  const unknown = args.filter(arg => arg !== '--reset');
  if (unknown.length > 0) {
    throw new Stop(
      `Unknown option ${unknown.join(
        ' ',
      )}. There is one: --reset, which begins afresh.`,
    );
  }
  if (spawnSync('git', ['--version']).status !== 0) {
    throw new Stop(
      'git is not installed; the sandbox keeps real repositories with it. Install git and start again.',
    );
  }
  await ensurePortsFree(portalPorts);
  const toolchain = await ensureNode();
  const docs = prepareTechDocs();
  await ensureInstalled(toolchain);
  if (args.includes('--reset')) {
    reset();
    say('Began afresh: what portal and sandbox remembered is gone');
  }
  return { toolchain, docs };
}

/** `npm start`: portal and sandbox until Ctrl-C. */
export async function start(args) {
  const { toolchain, docs } = await prepare(args, [7007]);
  await ensureAppBuilt(toolchain);
  say('Starting the sandbox');
  const sandbox = await startSandbox(toolchain);
  const sandboxEnd = stopWhenEnded('The sandbox', sandbox, SANDBOX_LOG);
  say('Starting the portal');
  const portal = await Promise.race([startPortal(toolchain), sandboxEnd]);
  await Promise.race([docs, sleep(10_000)]);
  say(
    'Portico is ready: http://localhost:7007 (sign in with Okta as engineer@mini-org.example, no password; sandbox: http://127.0.0.1:7100; Ctrl-C ends both)',
  );
  await Promise.race([
    sandboxEnd,
    stopWhenEnded('The portal', portal, PORTAL_LOG),
  ]);
}
