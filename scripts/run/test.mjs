import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureAppBuilt } from './buildApp.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureNode } from './node24.mjs';
import { LOGS, ROOT, STATE, YARN } from './paths.mjs';
import { ensurePortsFree } from './ports.mjs';
import { launch, tailOf } from './processes.mjs';
import { say } from './say.mjs';
import { Stop } from './Stop.mjs';
import { prepareTechDocs, TECHDOCS_BIN } from './techdocs.mjs';

const RESULTS = join(STATE, 'results');

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
  unit,
  production,
  browser,
};

/**
 * `npm test [-- SUITE…]`: all suites or the named ones. Ends with one line that counts over all of them.
 * With PORTICO_TEST_REQUIRE=all a skipped test counts as failed.
 */
export async function test(args) {
  const unknown = args.filter(name => !Object.hasOwn(SUITES, name));
  if (unknown.length > 0) {
    throw new Stop(
      `Unknown suite ${unknown.join(', ')}. There are: ${Object.keys(
        SUITES,
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

  const total = { passed: 0, failed: 0, skipped: 0, reasons: [] };
  for (const name of chosen) {
    const {
      passed,
      failed,
      skipped = 0,
      reasons = [],
    } = await SUITES[name](context);
    say(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    total.reasons.push(...reasons);
  }
  for (const reason of total.reasons)
    process.stdout.write(`skipped: ${reason}\n`);
  if (process.env.PORTICO_TEST_REQUIRE === 'all' && total.skipped > 0) {
    process.stdout.write(
      'PORTICO_TEST_REQUIRE=all: what is skipped counts as failed\n',
    );
    total.failed += total.skipped;
    total.skipped = 0;
  }
  process.stdout.write(
    `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`,
  );
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** A suite that is one command: it passes or fails as a whole. */
function check(what, args) {
  return async ({ node, env }) => {
    say(what);
    const log = join(LOGS, `${args[0]}.log`);
    const { code } = await launch(node, [YARN, ...args], { env, log }).exited;
    if (code === 0) return { passed: 1, failed: 0 };
    process.stdout.write(`${tailOf(log, 60)}\n`);
    return { passed: 0, failed: 1 };
  };
}

/** Two copies of a @backstage package break React contexts and API refs without a word. */
async function singleCopies() {
  say('One copy of each @backstage package');
  const lock = readFileSync(join(ROOT, 'yarn.lock'), 'utf8');
  const versions = new Map();
  for (const [, name, version] of lock.matchAll(
    /^  resolution: "(@backstage\/[^@]+)@npm:([^"]+)"$/gm,
  )) {
    versions.set(name, [...(versions.get(name) ?? []), version]);
  }
  const doubled = [...versions].filter(([, list]) => list.length > 1);
  for (const [name, list] of doubled) {
    process.stdout.write(
      `${name} is there ${list.length} times: ${list.join(', ')}\n`,
    );
  }
  return doubled.length === 0 && versions.size > 0
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1 };
}

async function unit({ node, env }) {
  say('Unit and integration tests');
  const file = join(RESULTS, 'jest.json');
  rmSync(file, { force: true });
  const log = join(LOGS, 'jest.log');
  const { code } = await launch(
    node,
    [
      YARN,
      'backstage-cli',
      'repo',
      'test',
      '--watchAll=false',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${file}`,
    ],
    { env, log },
  ).exited;
  let results;
  try {
    results = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    process.stdout.write(`${tailOf(log, 60)}\n`);
    return { passed: 0, failed: 1 };
  }
  const failedFiles = results.testResults.filter(r => r.status === 'failed');
  for (const { name, message } of failedFiles) {
    process.stdout.write(`\n${name}\n${message}\n`);
  }
  const brokenFiles = failedFiles.filter(r =>
    r.assertionResults.every(a => a.status !== 'failed'),
  );
  const failed = results.numFailedTests + brokenFiles.length;
  return {
    passed: results.numPassedTests,
    // A run that ends badly although no test failed must not look green.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: results.numPendingTests,
    reasons: results.testResults.flatMap(r =>
      r.assertionResults
        .filter(a => a.status === 'pending')
        .map(a => a.fullName),
    ),
  };
}

async function production({ node, env }) {
  say('The image, without Docker, on PostgreSQL');
  const log = join(LOGS, 'production.log');
  const { code } = await launch(
    node,
    [
      '--test',
      '--test-reporter=tap',
      'packages/backend/e2e-tests/production.test.mjs',
    ],
    { env, log },
  ).exited;
  const output = readFileSync(log, 'utf8');
  const count = word =>
    Number(output.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
  if (code !== 0) process.stdout.write(`${tailOf(log, 80)}\n`);
  const failed = count('fail') + count('cancelled');
  return {
    passed: count('pass'),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: count('skipped') + count('todo'),
  };
}

async function browser({ node, env, docs }) {
  const executable = await ensureBrowser({ node, env });
  await ensurePortsFree([7007]);
  await ensureAppBuilt({ node, env });
  await docs;
  say('Browser tests');
  const file = join(RESULTS, 'playwright.json');
  rmSync(file, { force: true });
  const log = join(LOGS, 'playwright.log');
  const { code } = await launch(node, [YARN, 'playwright', 'test'], {
    env: {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      ...(executable && { PORTICO_CHROMIUM: executable }),
    },
    log,
  }).exited;
  let stats;
  try {
    ({ stats } = JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    process.stdout.write(`${tailOf(log, 60)}\n`);
    return { passed: 0, failed: 1 };
  }
  if (code !== 0) process.stdout.write(`${tailOf(log, 120)}\n`);
  return {
    passed: stats.expected + stats.flaky,
    failed: code !== 0 && stats.unexpected === 0 ? 1 : stats.unexpected,
    skipped: stats.skipped,
  };
}
