import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LOGS, ROOT, YARN } from './paths.mjs';
import { run } from './processes.mjs';
import { say } from './say.mjs';
import { forget, hashOf, onceFor } from './stamp.mjs';

/** Installs the packages of `yarn.lock`, unless they are there. */
export async function ensureInstalled({ node, env }) {
  const manifests = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(ROOT, folder)).map(
      name => `${folder}/${name}/package.json`,
    ),
  );
  const hash = hashOf([
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    ...manifests,
  ]);
  if (!existsSync(join(ROOT, 'node_modules', '.yarn-state.yml'))) {
    forget('install');
  }
  const installed = await onceFor('install', hash, async () => {
    say('Installing packages (two to three minutes the first time)');
    await run(
      'Installing the packages',
      node,
      [YARN, 'install', '--immutable'],
      { env, log: join(LOGS, 'install.log') },
    );
  });
  if (!installed) say('Packages are up to date');
}
