import type { TreeEntry } from './GitRepositories';
import { runGit } from './runGit';

/** The entries of a tree, with paths relative to it. */
export async function listTree(
  directory: string,
  tree: string,
  options: { recursive?: boolean },
): Promise<TreeEntry[]> {
  const flags = options.recursive ? ['-r', '-t'] : [];
  const output = await runGit(directory, [
    'ls-tree',
    '-l',
    '-z',
    ...flags,
    tree,
  ]);
  return output
    .toString('utf8')
    .split('\0')
    .filter(Boolean)
    .map(line => {
      const tab = line.indexOf('\t');
      const [mode, type, sha, size] = line.slice(0, tab).split(/ +/);
      return {
        path: line.slice(tab + 1),
        type: type as TreeEntry['type'],
        mode,
        sha,
        ...(type === 'blob' ? { size: Number(size) } : {}),
      };
    });
}
