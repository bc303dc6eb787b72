import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Prints what was found, keeps it as `bench-NAME.md`, and ends with 1 where goals are missed. */
export function publish(name, lines, missed) {
  const table = `${lines.join('\n')}\n`;
  const { PORTICO_RESULTS: results } = process.env;
  if (results) {
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, `bench-${name}.md`), table);
  }
  const verdict = missed ? `${missed} goals are missed.` : 'All goals are met.';
  process.stdout.write(`\n${table}\n${verdict}\n`);
  process.exit(missed ? 1 : 0);
}
