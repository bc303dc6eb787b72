import { join } from 'node:path';
import { LOGS, YARN } from '../paths.mjs';
import { launch, tailOf } from '../processes.mjs';
import { say } from '../say.mjs';

/** A suite that is one command: it passes or fails as a whole. */
export function check(what, args) {
  return async ({ node, env }) => {
    say(what);
    const log = join(LOGS, `${args[0]}.log`);
    const { code } = await launch(node, [YARN, ...args], { env, log }).exited;
    if (code === 0) return { passed: 1, failed: 0 };
    process.stdout.write(`${tailOf(log, 60)}\n`);
    return { passed: 0, failed: 1 };
  };
}
