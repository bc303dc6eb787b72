import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LOGS, RESULTS, YARN } from '../paths.mjs';
import { launch, tailOf } from '../processes.mjs';
import { say } from '../say.mjs';

/** The tests beside the code, with Jest. A file that can't be loaded counts as a failure of its own. */
export async function unit({ node, env }) {
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
      // Five seconds, the default, is too short for an integration test on a busy machine.
      '--testTimeout=240000',
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
