import { ensureInstalled } from './install.mjs';
import { ensureNode } from './node24.mjs';
import { launch } from './processes.mjs';
import { say } from './say.mjs';
import { portalEnv, startSandbox, TRANSFORM } from './services.mjs';

const SANDBOX = ['app-config.yaml', 'app-config.sandbox.yaml'];

/**
 * `npm run doctor [-- --config FILE …]`: whether every outside system of the config answers and takes the
 * credential. Without a config the sandbox is asked, which is started for it if it isn't there.
 */
export async function doctor(args) {
  const toolchain = await ensureNode();
  await ensureInstalled(toolchain);
  const { node, env } = toolchain;
  const own = args.includes('--config');
  if (!own && !(await isSandboxUp())) {
    say('Starting the sandbox');
    await startSandbox(toolchain);
  }
  const files = SANDBOX.flatMap(file => ['--config', file]);
  const { code } = await launch(
    node,
    [...TRANSFORM, 'packages/backend/src/doctor.ts', ...(own ? args : files)],
    { env: portalEnv(env) },
  ).exited;
  return code ?? 1;
}

async function isSandboxUp() {
  const answer = await fetch('http://127.0.0.1:7100/health').catch(() => null);
  return answer?.ok ?? false;
}
