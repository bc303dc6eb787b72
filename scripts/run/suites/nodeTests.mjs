import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOGS } from '../paths.mjs';
import { launch, tailOf } from '../processes.mjs';
import { say } from '../say.mjs';

/** A suite of test files for Node's own runner (paths from the root). */
export function nodeTests(name, what, files) {
  return async ({ node, env }) => {
    say(what);
    const log = join(LOGS, `${name}.log`);
    const { code } = await launch(
      node,
      ['--test', '--test-reporter=tap', ...files],
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
      reasons: [...output.matchAll(/^ok \d+ - (.* # (?:SKIP|TODO).*)$/gm)].map(
        ([, test]) => test,
      ),
    };
  };
}
