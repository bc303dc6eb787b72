import { mkdirSync } from 'node:fs';
import { ensureInstalled } from './install.mjs';
import { ensureNode } from './node24.mjs';
import { RESULTS } from './paths.mjs';
import { say } from './say.mjs';
import { Stop } from './Stop.mjs';
import { browser } from './suites/browser.mjs';
import { check } from './suites/check.mjs';
import { faults } from './suites/faults.mjs';
import { nodeTests } from './suites/nodeTests.mjs';
import { singleCopies } from './suites/singleCopies.mjs';
import { unit } from './suites/unit.mjs';
import { withPortal } from './suites/withPortal.mjs';
import { prepareTechDocs, TECHDOCS_BIN } from './techdocs.mjs';

/** Suites by name, in their order: the quick ones first. */
const SUITES = {
  format: check('Formatting', [
    'prettier',
    '--check',
    '--log-level',
    'warn',
    '.',
  ]),
  lint: check('Lint', ['backstage-cli', 'repo', 'lint', '--max-warnings', '0']),
  types: check('Types', ['tsc']),
  single: singleCopies,
  scripts: nodeTests('scripts', 'What starts and tests Portico', [
    'scripts/run/reasonOf.test.mjs',
    'scripts/run/processes.test.mjs',
  ]),
  unit,
  production: nodeTests(
    'production',
    'The image, without Docker, on PostgreSQL',
    ['packages/backend/e2e-tests/production.test.mjs'],
  ),
  faults,
  replicas: withPortal('replicas', 'Two replicas on one PostgreSQL', {
    files: ['packages/backend/e2e-tests/replicas.test.mjs'],
    ports: [7007, 7008],
  }),
  canary: withPortal('canary', 'Secrets that must be found nowhere', {
    files: ['packages/backend/e2e-tests/canary.test.mjs'],
  }),
  browser,
};

/** Suites that run only when they are named. */
const ON_REQUEST = {
  load: withPortal('load', 'Many flows at once', {
    files: ['packages/backend/e2e-tests/load.test.mjs'],
    table: 'load.md',
  }),
};

/**
 * `npm test [-- SUITE…]`: all suites but those on request, or the named ones. Ends with one line that counts over all of them.
 * With PORTICO_TEST_REQUIRE=all a skipped test counts as failed.
 */
export async function test(args) {
  const suites = { ...SUITES, ...ON_REQUEST };
  const unknown = args.filter(name => !Object.hasOwn(suites, name));
  if (unknown.length > 0) {
    throw new Stop(
      `Unknown suite ${unknown.join(', ')}. There are: ${Object.keys(
        suites,
      ).join(', ')}.`,
    );
  }
  const chosen = args.length > 0 ? args : Object.keys(SUITES);
  mkdirSync(RESULTS, { recursive: true });

  const toolchain = await ensureNode();
  const docs = chosen.includes('browser') ? prepareTechDocs() : undefined;
  await ensureInstalled(toolchain);
  const { node, env } = toolchain;
  const context = {
    node,
    env: { ...env, CI: 'true', PORTICO_DOCS: TECHDOCS_BIN },
    docs,
  };

  const results = [];
  for (const name of chosen) {
    const result = await runSuite(suites[name], context);
    const { passed, failed, skipped } = result;
    say(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
    results.push(result);
  }
  return summarise(results);
}

/** A suite that crashes counts as one failure; the others still run. */
async function runSuite(suite, context) {
  const nothing = { passed: 0, failed: 0, skipped: 0, reasons: [] };
  try {
    return { ...nothing, ...(await suite(context)) };
  } catch (error) {
    process.stdout.write(
      `${error instanceof Stop ? error.message : error.stack}\n`,
    );
    return { ...nothing, failed: 1 };
  }
}

/** Writes the last line, which counts over all suites, and returns the exit code. */
function summarise(results) {
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  const passed = sum('passed');
  let failed = sum('failed');
  let skipped = sum('skipped');
  for (const reason of results.flatMap(result => result.reasons)) {
    process.stdout.write(`skipped: ${reason}\n`);
  }
  if (process.env.PORTICO_TEST_REQUIRE === 'all' && skipped > 0) {
    process.stdout.write(
      'PORTICO_TEST_REQUIRE=all: what is skipped counts as failed\n',
    );
    failed += skipped;
    skipped = 0;
  }
  process.stdout.write(
    `${passed} passed, ${failed} failed, ${skipped} skipped\n`,
  );
  return failed > 0 || passed === 0 ? 1 : 0;
}
