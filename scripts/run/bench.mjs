import { ensureInstalled } from './install.mjs';
import { ensureNode } from './node24.mjs';
import { RESULTS } from './paths.mjs';
import { launch } from './processes.mjs';
import { TRANSFORM } from './services.mjs';

/** `npm run bench`: how light health is, for 1,000 and 5,000 components. Needs a real Prometheus; takes some minutes. */
export async function bench() {
  const toolchain = await ensureNode();
  await ensureInstalled(toolchain);
  const { node, env } = toolchain;
  const { code } = await launch(
    node,
    ['--no-node-snapshot', ...TRANSFORM, 'packages/backend/bench/health.mjs'],
    { env: { ...env, PORTICO_RESULTS: RESULTS } },
  ).exited;
  return code ?? 1;
}
