import { join } from 'node:path';
import { ROOT, YARN } from './paths.mjs';
import { launch } from './processes.mjs';
import { say } from './say.mjs';
import {
  portalEnv,
  SANDBOX_LOG,
  startSandbox,
  stopWhenEnded,
  waitForPortal,
} from './services.mjs';
import { prepare } from './start.mjs';

const CONFIG = ['app-config.yaml', 'app-config.sandbox.yaml'].flatMap(name => [
  '--config',
  join(ROOT, name),
]);

/** `yarn dev`: the sandbox, and frontend (3000) and backend (7007) with hot reload. */
export async function dev(args) {
  const { toolchain } = await prepare(args, [3000, 7007]);
  say('Starting the sandbox');
  const sandbox = await startSandbox(toolchain);
  const sandboxEnd = stopWhenEnded('The sandbox', sandbox, SANDBOX_LOG);
  say('Starting the portal');
  const portal = launch(
    toolchain.node,
    [YARN, 'backstage-cli', 'repo', 'start', ...CONFIG],
    {
      env: {
        ...portalEnv(toolchain.env),
        APP_CONFIG_app_baseUrl: '"http://localhost:3000"',
      },
    },
  );
  await Promise.race([waitForPortal(portal), sandboxEnd]);
  say(
    'Portico is ready with hot reload: http://localhost:3000 (sign in with Okta as engineer@mini-org.example, no password; Ctrl-C ends all)',
  );
  await Promise.race([sandboxEnd, stopWhenEnded('The portal', portal)]);
}
