import { join } from 'node:path';
import { YARN } from './paths.mjs';
import { launch } from './processes.mjs';
import { say } from './say.mjs';
import { portalEnv, startSandbox, waitForPortal } from './services.mjs';
import { prepare } from './start.mjs';
import { Stop } from './Stop.mjs';
import { ROOT } from './paths.mjs';

/** `yarn dev`: the sandbox, and frontend (3000) and backend (7007) with hot reload. */
export async function dev(args) {
  const { toolchain, docs } = await prepare(args, [3000, 7007]);
  say('Starting the sandbox');
  await startSandbox(toolchain);
  await docs;
  const child = launch(
    toolchain.node,
    [
      YARN,
      'backstage-cli',
      'repo',
      'start',
      '--config',
      join(ROOT, 'app-config.yaml'),
      '--config',
      join(ROOT, 'app-config.sandbox.yaml'),
    ],
    {
      env: {
        ...portalEnv(toolchain.env),
        APP_CONFIG_app_baseUrl: '"http://localhost:3000"',
      },
    },
  );
  await waitForPortal(child);
  say('Portico is ready with hot reload: http://localhost:3000');
  const { code } = await child.exited;
  throw new Stop(`The portal ended with ${code}`);
}
