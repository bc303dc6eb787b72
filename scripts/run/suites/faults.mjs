import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { ensurePortsFree } from '../ports.mjs';
import { nodeTests } from './nodeTests.mjs';

const TABLE = join(ROOT, 'test-results', 'faults.md');

const run = nodeTests(
  'faults',
  'Flows that are disturbed at each step: docs/faults.md',
  ['Objects', 'faults'].map(
    name => `packages/backend/e2e-tests/faults/${name}.test.mjs`,
  ),
);

/** Flows on portal and sandbox, disturbed; all cases with PORTICO_FAULTS=all. Prints the table of cases. */
export async function faults(context) {
  await ensurePortsFree([7007]);
  rmSync(TABLE, { force: true });
  const result = await run(context);
  try {
    process.stdout.write(`${readFileSync(TABLE, 'utf8')}\n`);
  } catch {
    return { ...result, failed: result.failed || 1 };
  }
  return result;
}
