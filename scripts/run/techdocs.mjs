import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LOGS, ROOT, STATE } from './paths.mjs';
import { run } from './processes.mjs';
import { say } from './say.mjs';
import { forget, hashOf, onceFor } from './stamp.mjs';
import { Stop } from './Stop.mjs';

const REQUIREMENTS = 'scripts/run/techdocs-requirements.txt';
const FOLDER = join(STATE, 'techdocs');

/** Where `mkdocs` lies once {@link prepareTechDocs} is through. */
export const TECHDOCS_BIN = join(FOLDER, 'bin');

/**
 * Puts `mkdocs-techdocs-core` into a Python environment of our own. Everything but the docs
 * works without it, so a failure is told and goes no further.
 */
export async function prepareTechDocs() {
  if (spawnSync('python3', ['--version']).status !== 0) {
    say('Python 3 is not installed: docs pages will say so, all else works');
    return;
  }
  const log = join(LOGS, 'techdocs.log');
  const steps = [
    ['python3', ['-m', 'venv', '--clear', FOLDER]],
    [
      join(TECHDOCS_BIN, 'pip'),
      [
        'install',
        '--quiet',
        '--disable-pip-version-check',
        '--retries=1',
        '--timeout=20',
        '-r',
        join(ROOT, REQUIREMENTS),
      ],
    ],
  ];
  if (!existsSync(join(TECHDOCS_BIN, 'mkdocs'))) forget('techdocs');
  try {
    await onceFor('techdocs', hashOf([REQUIREMENTS]), async () => {
      for (const [command, args] of steps) {
        await run('Installing mkdocs-techdocs-core', command, args, { log });
      }
    });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(`${error.message}\n        Docs pages will say so, all else works`);
  }
}
