import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { say } from '../say.mjs';

/** Two copies of a @backstage package break React contexts and API refs without a word. */
export async function singleCopies() {
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
