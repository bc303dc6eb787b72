import { pastDeliveries, type Component } from '../../../world';
import type { Github } from '../Github';
import { fullName } from '../GithubState';
import type { FileChange } from '../git';
import type { Repository } from '../model';

const OVERLAY = 'deploy/overlays/production/kustomization.yaml';

interface PastCommit {
  message: string;
  at: Date;
  changes: FileChange[];
}

/**
 * Gives an empty repository the commits of past deployments to production: those of the code, and each time one
 * that changes the tag that production runs. The last of them is left to the caller.
 *
 * @param files what the repository has now
 * @returns the last commit, which makes the files what they are now
 */
export async function pastCommits(
  github: Github,
  repository: Repository,
  options: { component: Component; login: string; files: FileChange[] },
): Promise<PastCommit> {
  const { component, login, files } = options;
  const { git, state } = github;
  const full = fullName(repository);
  const account = state.account(login)!;
  const person = { name: account.name ?? login, email: account.email ?? '' };
  const commits = commitsOf(component, files, github.kit.clock.now());
  const last = commits.pop()!;
  let parent: string | undefined;
  let tree: string | undefined;
  for (const { message, at, changes } of commits) {
    tree = await git.writeTree(
      full,
      tree,
      changes.map(({ path, content = '', executable }) => ({
        path,
        entry: {
          mode: executable ? '100755' : '100644',
          sha: git.writeObject(full, 'blob', Buffer.from(content)),
        },
      })),
    );
    const signature = { ...person, date: at.toISOString() };
    parent = git.writeCommit(full, {
      tree,
      parents: parent ? [parent] : [],
      author: signature,
      committer: signature,
      message: `${message}\n`,
    });
  }
  if (parent) {
    const ref = `refs/heads/${repository.defaultBranch}`;
    await git.updateRef(full, { ref, after: parent, pusher: login });
  }
  return last;
}

/** Oldest first; the first has all files, the last those that it changes. */
function commitsOf(
  component: Component,
  files: FileChange[],
  now: Date,
): PastCommit[] {
  const find = (path: string) =>
    String(files.find(file => file.path === path)?.content ?? '');
  const readme = find('README.md').split('\n');
  const overlay = find(OVERLAY);
  const deliveries = pastDeliveries(component, now);
  const rounds = deliveries.flatMap(({ changes }) => changes).length;
  let round = 0;
  const commits = deliveries.flatMap((delivery): PastCommit[] => {
    const { version, changes, promotedAt } = delivery;
    const tag = (text: string) =>
      text.replace(`v${component.version}`, `v${version}`);
    return [
      ...changes.map(({ message, at }) => {
        round += 1;
        const lines = Math.ceil((readme.length * round) / rounds);
        const content = readme.slice(0, lines).join('\n');
        return { message, at, changes: [{ path: 'README.md', content }] };
      }),
      {
        message: overlay
          ? `Run ${version} in production`
          : `Release ${version}`,
        at: promotedAt,
        changes: overlay ? [{ path: OVERLAY, content: tag(overlay) }] : [],
      },
    ];
  });
  const [first] = commits;
  return [
    {
      message: `Start ${component.title}`,
      at: new Date(first.at.getTime() - 86_400_000),
      changes: files.map(file =>
        file.path === 'README.md'
          ? { ...file, content: `# ${component.name}\n` }
          : file,
      ),
    },
    ...commits,
  ];
}
