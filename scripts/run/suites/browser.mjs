import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../browser.mjs';
import { ensureAppBuilt } from '../buildApp.mjs';
import { LOGS, RESULTS, YARN } from '../paths.mjs';
import { ensurePortsFree } from '../ports.mjs';
import { launch, tailOf } from '../processes.mjs';
import { say } from '../say.mjs';
import { Stop } from '../Stop.mjs';

/** Playwright over the whole product, started as a newcomer starts it. */
export async function browser({ node, env, docs }) {
  let executable;
  try {
    executable = await ensureBrowser({ node, env });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { passed: 0, failed: 0, skipped: 1, reasons: [error.message] };
  }
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
