import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, STATE } from './paths.mjs';

const SKIPPED = new Set([
  'node_modules',
  'dist',
  'dist-types',
  'coverage',
  '.portico',
  'e2e-tests',
]);

/** Hash over the contents of files and folders (paths from the root). */
export function hashOf(paths, extra = '') {
  const hash = createHash('sha256').update(extra);
  const visit = path => {
    const full = join(ROOT, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const entry of readdirSync(full).sort()) {
        if (!SKIPPED.has(entry)) visit(join(path, entry));
      }
    } else {
      hash.update(path).update(readFileSync(full));
    }
  };
  paths.forEach(visit);
  return hash.digest('hex');
}

/** Makes the next {@link onceFor} of that name do its work. */
export function forget(name) {
  rmSync(join(STATE, 'stamps', name), { force: true });
}

/** Does `work` unless it has been done for this very hash. Returns whether it did. */
export async function onceFor(name, hash, work) {
  const file = join(STATE, 'stamps', name);
  if (existsSync(file) && readFileSync(file, 'utf8') === hash) return false;
  await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
  return true;
}
