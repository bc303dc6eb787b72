import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LOGS, ROOT, STATE } from './paths.mjs';
import { launch } from './processes.mjs';
import { say } from './say.mjs';
import { hashOf, onceFor } from './stamp.mjs';

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
  const requirements = 'scripts/run/techdocs-requirements.txt';
  const steps = [
    ['python3', ['-m', 'venv', '--clear', FOLDER]],
    [
      join(TECHDOCS_BIN, 'pip'),
      [
        'install',
        '--quiet',
        '--disable-pip-version-check',
        '-r',
        join(ROOT, requirements),
      ],
    ],
  ];
  try {
    await onceFor('techdocs', hashOf([requirements]), async () => {
      for (const [command, args] of steps) {
        const { code } = await launch(command, args, { log }).exited;
        if (code !== 0)
          throw new Error(`${command} ${args[0]} exited with ${code}`);
      }
    });
  } catch (error) {
    const why = existsSync(log)
      ? `${error.message}; see ${log}`
      : error.message;
    say(
      `mkdocs-techdocs-core could not be installed (${why}): docs pages will say so, all else works`,
    );
  }
}
