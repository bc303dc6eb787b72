import type { Github } from '../Github';
import { diffTrees, listCommits, mergeBase } from '../git/history';
import { mergeTrees } from '../git/mergeTrees';
import type { Issue, PullPart } from '../model';
import { unmetRequirements } from '../pulls/requirements';
import { presentIssue } from './issue';
import { presentTeam } from './team';

export type Pull = Issue & { pull: PullPart };

export function isPull(issue: Issue): issue is Pull {
  return Boolean(issue.pull);
}

/** A pull request as lists show it. */
export function presentPull(github: Github, issue: Pull) {
  const { present, state } = github;
  const { pull, repository } = issue;
  const api = present.repositoryApi(repository);
  const url = `${api}/pulls/${issue.number}`;
  const {
    pull_request,
    closed_by,
    comments,
    state_reason,
    repository_url,
    labels_url,
    events_url,
    ...rest
  } = presentIssue(github, issue);
  const [owner, name] = repository.split('/');
  const repositoryJson = present.repository(state.repository(owner, name));
  const side = (ref: string, sha: string) => ({
    label: `${owner}:${ref}`,
    ref,
    sha,
    user: present.user(owner),
    repo: repositoryJson,
  });
  const teams = pull.teamReviewers.flatMap(slug => state.teams.get(slug) ?? []);
  return {
    ...rest,
    url,
    diff_url: pull_request?.diff_url,
    patch_url: pull_request?.patch_url,
    issue_url: `${api}/issues/${issue.number}`,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    statuses_url: `${api}/statuses/${pull.headSha}`,
    draft: pull.draft,
    merged_at: pull.mergedAt ?? null,
    merge_commit_sha: pull.mergeCommitSha ?? null,
    requested_reviewers: pull.reviewers.map(login => present.user(login)),
    requested_teams: teams.map(team => presentTeam(github, team)),
    head: side(pull.headRef, pull.headSha),
    base: side(pull.baseRef, pull.baseSha),
    auto_merge: pull.autoMerge
      ? {
          enabled_by: present.user(pull.autoMerge.enabledBy),
          merge_method: pull.autoMerge.method,
          commit_title: pull.autoMerge.title ?? null,
          commit_message: pull.autoMerge.message ?? null,
        }
      : null,
    _links: {
      self: { href: url },
      html: { href: rest.html_url },
      issue: { href: `${api}/issues/${issue.number}` },
      comments: { href: `${api}/issues/${issue.number}/comments` },
      commits: { href: `${url}/commits` },
      statuses: { href: `${api}/statuses/${pull.headSha}` },
    },
  };
}

/** A pull request by itself, with what git knows of it. */
export async function presentFullPull(github: Github, issue: Pull) {
  const { git, present, state } = github;
  const { pull, repository } = issue;
  const base = await baseCommit(github, issue);
  const commits = await listCommits(git, repository, {
    range: `${base}..${pull.headSha}`,
  });
  const files = await diffTrees(git, repository, base, pull.headSha);
  const mergeable =
    pull.merged || issue.state === 'closed'
      ? null
      : await isMergeable(github, issue);
  return {
    ...presentPull(github, issue),
    merged: pull.merged,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: await mergeableState(github, issue, mergeable),
    merged_by: pull.mergedBy ? present.user(pull.mergedBy) : null,
    comments: state.comments.filter(
      c => c.repository === repository && c.issue === issue.number,
    ).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commits.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

/** Where the head branch left the base branch. */
export async function baseCommit(
  { git }: Github,
  issue: Pull,
): Promise<string> {
  const { baseSha, headSha } = issue.pull;
  return (await mergeBase(git, issue.repository, baseSha, headSha)) ?? baseSha;
}

/** https://docs.github.com/graphql/reference/enums#mergestatestatus in lower case */
async function mergeableState(
  github: Github,
  issue: Pull,
  mergeable: boolean | null,
): Promise<string> {
  if (mergeable === null) return 'unknown';
  if (!mergeable) return 'dirty';
  if (issue.pull.draft) return 'draft';
  const unmet = await unmetRequirements(github, issue);
  return unmet.length ? 'blocked' : 'clean';
}

export async function isMergeable(
  github: Github,
  issue: Pull,
): Promise<boolean> {
  const { git } = github;
  const ours = await git.resolve(
    issue.repository,
    `refs/heads/${issue.pull.baseRef}`,
  );
  if (!ours) return false;
  const base = await mergeBase(git, issue.repository, ours, issue.pull.headSha);
  if (!base) return false;
  return mergeTrees(git, issue.repository, {
    base,
    ours,
    theirs: issue.pull.headSha,
  }).then(
    () => true,
    () => false,
  );
}
