import {
  decodeTree,
  encodeTree,
  type ObjectType,
  type RawTreeEntry,
} from './objects';
import type { GitObject } from './ObjectReader';

/** A path that gets another entry, or none. */
export interface TreeChange {
  path: string;
  /** `undefined` removes the path. */
  entry: { mode: string; sha: string } | undefined;
}

/** What a tree is built with. */
export interface ObjectAccess {
  read(name: string): Promise<GitObject | undefined>;
  write(type: ObjectType, content: Buffer): string;
}

/** Applies changes to a tree and returns the new tree's id; `undefined` if nothing is left in it. */
export async function buildTree(
  objects: ObjectAccess,
  base: string | undefined,
  changes: TreeChange[],
): Promise<string | undefined> {
  const entries = new Map<string, RawTreeEntry>();
  if (base) {
    const tree = await objects.read(base);
    if (tree?.type === 'tree') {
      for (const entry of decodeTree(tree.content)) {
        entries.set(entry.name, entry);
      }
    }
  }
  const folders = new Map<string, TreeChange[]>();
  for (const { path, entry } of changes) {
    const slash = path.indexOf('/');
    if (slash > 0) {
      const folder = path.slice(0, slash);
      const below = folders.get(folder) ?? [];
      below.push({ path: path.slice(slash + 1), entry });
      folders.set(folder, below);
    } else if (entry) {
      entries.set(path, { name: path, ...entry });
    } else {
      entries.delete(path);
    }
  }
  for (const [name, below] of folders) {
    const old = entries.get(name);
    const sha = await buildTree(
      objects,
      old?.mode === '040000' ? old.sha : undefined,
      below,
    );
    if (sha) entries.set(name, { name, mode: '040000', sha });
    else entries.delete(name);
  }
  if (!entries.size) return undefined;
  return objects.write('tree', encodeTree([...entries.values()]));
}
