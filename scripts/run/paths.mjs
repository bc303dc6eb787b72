import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(
  /[\\/]$/,
  '',
);

/** All that runs and builds leave behind; safe to delete. */
export const STATE = join(ROOT, '.portico');

export const LOGS = join(STATE, 'logs');

/** What the test runners report, as JSON. */
export const RESULTS = join(STATE, 'results');

export const YARN = join(ROOT, '.yarn', 'releases', 'yarn-4.13.0.cjs');

/** What portal and sandbox remember; the browser tests take a folder of their own. */
export const DATA = process.env.PORTICO_DATA ?? STATE;
