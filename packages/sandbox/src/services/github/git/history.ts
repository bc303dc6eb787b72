import type { BareGitRepositories } from './BareGitRepositories';
import type { CommitObject } from './objects';

export type Commit = CommitObject & { sha: string };

/** Commits reachable from a revision, newest first. */
export async function listCommits(
  git: BareGitRepositories,
  repository: string,
  options: {
    /** e.g. `main` or `main..feature`. */
    range: string;
    path?: string;
    since?: string;
    until?: string;
    author?: string;
    limit?: number;
  },
): Promise<Commit[]> {
  const { range, path, since, until, author, limit = 1000 } = options;
  const output = await git.git(repository, [
    'rev-list',
    `--max-count=${limit}`,
    ...(since ? [`--since=${since}`] : []),
    ...(until ? [`--until=${until}`] : []),
    ...(author ? [`--author=${author}`] : []),
    '--end-of-options',
    range,
    '--',
    ...(path ? [path] : []),
  ]);
  const shas = output.toString('utf8').split('\n').filter(Boolean);
  const commits = await Promise.all(
    shas.map(sha => git.readCommit(repository, sha)),
  );
  return commits.filter(commit => commit !== undefined);
}

/** One file that differs between two trees. */
export interface FileDiff {
  path: string;
  previousPath?: string;
  status: 'added' | 'removed' | 'modified' | 'renamed';
  /** Blob id after the change; before it for a removed file. */
  sha: string;
  additions: number;
  deletions: number;
  patch?: string;
}

const STATUS: Record<string, FileDiff['status']> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'added',
  T: 'modified',
};

/** The tree of a repository without commits. */
export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** What changes from one tree-ish to another. */
export async function diffTrees(
  git: BareGitRepositories,
  repository: string,
  from: string,
  to: string,
): Promise<FileDiff[]> {
  const run = async (...flags: string[]) =>
    (
      await git.git(repository, ['diff-tree', '-r', '-M', ...flags, from, to])
    ).toString('utf8');
  const [raw, numbers, patches] = await Promise.all([
    run('--raw', '-z', '--abbrev=40'),
    run('--numstat'),
    run('-p'),
  ]);
  const counts = numbers
    .split('\n')
    .filter(Boolean)
    .map(line => line.split('\t'));
  const texts = patches.split(/^diff --git .*\n/m).slice(1);
  const fields = raw.split('\0').filter(Boolean);
  const files: FileDiff[] = [];
  for (let at = 0; at < fields.length; ) {
    const [, , before, after, kind] = fields[at].split(' ');
    const renamed = kind.startsWith('R') || kind.startsWith('C');
    const previousPath = renamed ? fields[at + 1] : undefined;
    const path = fields[at + (renamed ? 2 : 1)];
    const [additions, deletions] = counts[files.length] ?? ['0', '0'];
    const text = texts[files.length] ?? '';
    const hunk = text.indexOf('@@');
    files.push({
      path,
      ...(previousPath ? { previousPath } : {}),
      status: STATUS[kind[0]] ?? 'modified',
      sha: kind === 'D' ? before : after,
      additions: Number(additions) || 0,
      deletions: Number(deletions) || 0,
      ...(hunk >= 0 ? { patch: text.slice(hunk).replace(/\n$/, '') } : {}),
    });
    at += renamed ? 3 : 2;
  }
  return files;
}

/** The commit where two branches parted. */
export async function mergeBase(
  git: BareGitRepositories,
  repository: string,
  one: string,
  other: string,
): Promise<string | undefined> {
  const output = await git
    .git(repository, ['merge-base', one, other])
    .catch(() => undefined);
  return output?.toString('utf8').trim();
}
