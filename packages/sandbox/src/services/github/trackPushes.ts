import type { Github } from './Github';
import type { PushEvent } from './git';
import { listCommits } from './git/history';
import { NO_OBJECT } from './git/objects';
import { KeyedLock } from './git/KeyedLock';
import { changeIssue, writeIssue } from './issues';
import { languagesOf } from './languages';
import { isPull } from './present/pull';
import { protectionOf } from './protection';
import { dismissStale } from './pulls';

/**
 * Lets what git is told show everywhere else: repository, pull requests, webhooks and workflow runs.
 *
 * @returns what stops it, once all is told
 */
export function trackPushes(github: Github): () => Promise<void> {
  const queue = new KeyedLock();
  const pending = new Set<Promise<void>>();
  const stop = github.git.onPush(event => {
    const work = queue.run(event.repository, () => onPush(github, event));
    const settled = work.then(
      () => {},
      () => {},
    );
    pending.add(settled);
    github.kit.background(`push to ${event.repository}`, () => work);
    settled.then(() => pending.delete(settled));
  });
  return async () => {
    stop();
    await Promise.all(pending);
  };
}

async function onPush(github: Github, event: PushEvent): Promise<void> {
  const { state, runner, git } = github;
  // Removed, or made by someone who uses the repositories without GitHub.
  if (!state.repositories.get(event.repository.toLowerCase())) return;
  await refreshRepository(github, event);
  await announce(github, event);
  await runner.onPush(event);
  if (!event.ref.startsWith('refs/heads/')) return;
  const branch = event.ref.slice('refs/heads/'.length);
  const pulls = state.issues
    .list()
    .filter(isPull)
    .filter(
      issue =>
        issue.repository === event.repository &&
        issue.state === 'open' &&
        issue.pull.headRef === branch,
    );
  for (const issue of pulls) {
    if (event.after === NO_OBJECT) {
      const closed = {
        ...issue,
        state: 'closed' as const,
        closedAt: state.now(),
        closedBy: event.pusher,
      };
      changeIssue(github, issue, closed, event.pusher);
    } else if (
      issue.pull.headSha !== event.after &&
      (await git.resolve(event.repository, event.ref)) === event.after
    ) {
      const moved = writeIssue(github, {
        ...issue,
        pull: { ...issue.pull, headSha: event.after },
      });
      github.webhooks.emitIssue('synchronize', moved, event.pusher, {
        before: event.before,
        after: event.after,
      });
      const ref = `refs/heads/${moved.pull.baseRef}`;
      const protection = protectionOf(state, moved.repository, ref);
      if (protection?.reviews?.dismissStaleReviews) dismissStale(github, moved);
      await runner.onPullRequest(moved, 'synchronize');
    }
  }
}

/** Size, languages and time of the last push. */
export async function refreshRepository(
  { state, git }: Github,
  event: PushEvent,
): Promise<void> {
  const [owner, name] = event.repository.split('/');
  const now = state.now();
  const { defaultBranch } = state.repository(owner, name);
  // The first push decides the default branch of a repository that is still empty.
  const branch = event.ref.slice('refs/heads/'.length);
  const heads = await git.refs(event.repository, 'refs/heads/');
  if (
    event.ref.startsWith('refs/heads/') &&
    heads.size &&
    !heads.has(`refs/heads/${defaultBranch}`) &&
    heads.has(event.ref)
  ) {
    await git.setDefaultBranch(event.repository, branch);
    state.putRepository({
      ...state.repository(owner, name),
      defaultBranch: branch,
    });
  }
  const files = await git.readTree(event.repository, 'HEAD', '', {
    recursive: true,
  });
  const current = state.repositories.get(event.repository.toLowerCase());
  if (!current) return;
  state.putRepository({
    ...current,
    size: Math.ceil(
      files.reduce((sum, file) => sum + (file.size ?? 0), 0) / 1024,
    ),
    languages: languagesOf(files),
    pushedAt: now,
    updatedAt: now,
  });
}

async function announce(github: Github, event: PushEvent): Promise<void> {
  const { state, git, present, webhooks } = github;
  const [owner, name] = event.repository.split('/');
  const repository = state.repository(owner, name);
  const deleted = event.after === NO_OBJECT;
  const created = event.before === NO_OBJECT;
  const range = created ? event.after : `${event.before}..${event.after}`;
  const commits = deleted
    ? []
    : await listCommits(git, event.repository, { range, limit: 20 });
  const described = await Promise.all(
    commits.reverse().map(async commit => {
      const names = await git.git(event.repository, [
        'diff-tree',
        '-r',
        '-z',
        '--root',
        '--no-commit-id',
        '--name-status',
        commit.sha,
      ]);
      const fields = names.toString('utf8').split('\0').filter(Boolean);
      const paths = (status: string) =>
        fields.flatMap((field, index) =>
          index % 2 === 0 && field === status ? [fields[index + 1]] : [],
        );
      return {
        id: commit.sha,
        tree_id: commit.tree,
        distinct: true,
        message: commit.message,
        timestamp: commit.committer.date,
        url: `${present.web}/${event.repository}/commit/${commit.sha}`,
        author: { name: commit.author.name, email: commit.author.email },
        committer: {
          name: commit.committer.name,
          email: commit.committer.email,
        },
        added: paths('A'),
        removed: paths('D'),
        modified: paths('M'),
      };
    }),
  );
  webhooks.emit({
    event: 'push',
    repository,
    sender: event.pusher,
    payload: {
      ref: event.ref,
      before: event.before,
      after: event.after,
      created,
      deleted,
      forced: false,
      base_ref: null,
      compare: `${present.web}/${event.repository}/compare/${event.before.slice(
        0,
        12,
      )}...${event.after.slice(0, 12)}`,
      commits: described,
      head_commit: described.at(-1) ?? null,
      pusher: {
        name: event.pusher,
        email: state.account(event.pusher)?.email ?? null,
      },
    },
  });
}
