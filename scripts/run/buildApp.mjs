import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LOGS, ROOT, YARN } from './paths.mjs';
import { run } from './processes.mjs';
import { say } from './say.mjs';
import { forget, hashOf, onceFor } from './stamp.mjs';

/** Plugins whose code ends up in the browser. */
function frontendPlugins() {
  return readdirSync(join(ROOT, 'plugins')).filter(
    name => !/-(backend|node)(-|$)/.test(name),
  );
}

/** Bundles the frontend into `packages/app/dist`, unless it is there for this very source. */
export async function ensureAppBuilt({ node, env }) {
  if (!existsSync(join(ROOT, 'packages', 'app', 'dist', 'index.html'))) {
    forget('app');
  }
  const hash = hashOf([
    'yarn.lock',
    'app-config.yaml',
    'packages/app',
    ...frontendPlugins().map(name => `plugins/${name}`),
  ]);
  const built = await onceFor('app', hash, async () => {
    say('Building the frontend (about half a minute)');
    await run(
      'Building the frontend',
      node,
      [YARN, 'workspace', 'app', 'build'],
      { env, log: join(LOGS, 'build.log') },
    );
  });
  if (!built) say('The frontend is up to date');
}
