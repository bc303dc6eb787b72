import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { STATE } from './paths.mjs';
import { run } from './processes.mjs';
import { say } from './say.mjs';
import { Stop } from './Stop.mjs';

/**
 * A Node that Backstage runs on: this one if it is 22 or 24, else Node 24 from the npm package `node`,
 * kept under `.portico/node`. Returns the binary and an environment whose PATH begins with it.
 */
export async function ensureNode() {
  let binary = process.execPath;
  const major = process.versions.node.split('.')[0];
  if (major !== '22' && major !== '24') {
    const folder = join(STATE, 'node');
    binary = join(folder, 'node_modules', 'node', 'bin', 'node');
    if (!existsSync(binary)) {
      say(
        `Node ${process.version} is not one that Backstage supports; fetching Node 24`,
      );
      await run(
        'Fetching Node 24 from the npm registry (is there a network?)',
        'npm',
        [
          'install',
          '--no-save',
          '--no-audit',
          '--no-fund',
          '--prefix',
          folder,
          'node@24',
        ],
        { log: join(STATE, 'logs', 'node.log') },
      );
      if (!existsSync(binary)) {
        throw new Stop(
          `The npm package node@24 brought no binary for ${process.platform} ${process.arch}. Install Node 24 yourself and start again.`,
        );
      }
    }
  }
  const env = {
    ...process.env,
    PATH: `${dirname(binary)}:${process.env.PATH}`,
    NODE_OPTIONS: '',
  };
  return { node: binary, env };
}
