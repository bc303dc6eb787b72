import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAppBuilt } from '../buildApp.mjs';
import { ROOT } from '../paths.mjs';
import { ensurePortsFree } from '../ports.mjs';
import { nodeTests } from './nodeTests.mjs';

/**
 * A suite of test files that start portal and sandbox by themselves, on the documented ports.
 * `ports`: of the portals; `table`: name of the file in test-results that is printed at the end.
 */
export function withPortal(name, what, { files, ports = [7007], table }) {
  const run = nodeTests(name, what, files);
  return async context => {
    await ensurePortsFree(ports);
    await ensureAppBuilt(context);
    const file = table && join(ROOT, 'test-results', table);
    if (file) rmSync(file, { force: true });
    const result = await run(context);
    if (file) process.stdout.write(readOr(file, ''));
    return result;
  };
}

/** What a suite that failed early has not written is not there. */
function readOr(file, fallback) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return fallback;
  }
}
