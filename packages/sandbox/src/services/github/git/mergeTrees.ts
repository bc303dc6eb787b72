import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BareGitRepositories } from './BareGitRepositories';
import type { TreeChange } from './buildTree';
import type { TreeEntry } from './GitRepositories';

/** Raised where both sides changed the same lines. */
export class MergeConflictError extends Error {
  name = 'MergeConflictError';

  constructor(readonly paths: string[]) {
    super(`Merge conflict in ${paths.join(', ')}`);
  }
}

/**
 * Merges what `theirs` changed since `base` into `ours` and returns the tree.
 *
 * @throws MergeConflictError
 */
export async function mergeTrees(
  git: BareGitRepositories,
  repository: string,
  commits: { base: string; ours: string; theirs: string },
): Promise<string> {
  const [base, ours, theirs] = await Promise.all(
    [commits.base, commits.ours, commits.theirs].map(async commit => {
      const entries = await git.readTree(repository, commit, '', {
        recursive: true,
      });
      return new Map(
        entries
          .filter(entry => entry.type !== 'tree')
          .map(entry => [entry.path, entry]),
      );
    }),
  );
  const changes: TreeChange[] = [];
  const conflicts: string[] = [];
  for (const path of new Set([...base.keys(), ...theirs.keys()])) {
    const [before, mine, other] = [
      base.get(path),
      ours.get(path),
      theirs.get(path),
    ];
    if (same(before, other) || same(mine, other)) continue;
    if (same(before, mine)) {
      changes.push({
        path,
        entry: other && { mode: other.mode, sha: other.sha },
      });
      continue;
    }
    const sha =
      mine &&
      other &&
      (await mergeFiles(git, repository, [mine, before, other]));
    if (sha) changes.push({ path, entry: { mode: mine.mode, sha } });
    else conflicts.push(path);
  }
  if (conflicts.length) throw new MergeConflictError(conflicts);
  return git.writeTree(repository, `${commits.ours}^{tree}`, changes);
}

function same(one: TreeEntry | undefined, other: TreeEntry | undefined) {
  return one?.sha === other?.sha && one?.mode === other?.mode;
}

/** Merges line by line; `undefined` on a conflict. */
async function mergeFiles(
  git: BareGitRepositories,
  repository: string,
  versions: (TreeEntry | undefined)[],
): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-merge-'));
  try {
    const files = versions.map((_, index) => join(folder, String(index)));
    for (const [index, version] of versions.entries()) {
      const blob = version && (await git.readObject(repository, version.sha));
      await writeFile(files[index], blob?.content ?? '');
    }
    const merged = await git
      .git(repository, ['merge-file', '-p', '-q', ...files])
      .catch(() => undefined);
    return merged && git.writeObject(repository, 'blob', merged);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
