import Router from 'express-promise-router';
import { TOKEN_LOGIN } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import {
  diffTrees,
  EMPTY_TREE,
  listCommits,
  mergeBase,
  type FileDiff,
} from '../git/history';
import { paginate } from '../paginate';
import { presentCommit } from '../present/commit';
import { repositoryOf } from './body';

/** Files of a commit, comparison or pull request as the API lists them. */
export function presentFiles(
  github: Github,
  full: string,
  commit: string,
  files: FileDiff[],
) {
  const { present } = github;
  return files.map(file => {
    const path = file.path.split('/').map(encodeURIComponent).join('/');
    return {
      sha: file.sha,
      filename: file.path,
      status: file.status,
      additions: file.additions,
      deletions: file.deletions,
      changes: file.additions + file.deletions,
      blob_url: `${present.web}/${full}/blob/${commit}/${path}`,
      raw_url: `${present.web}/raw/${full}/${commit}/${path}`,
      contents_url: `${present.repositoryApi(
        full,
      )}/contents/${path}?ref=${commit}`,
      ...(file.patch === undefined ? {} : { patch: file.patch }),
      ...(file.previousPath ? { previous_filename: file.previousPath } : {}),
    };
  });
}

/** https://docs.github.com/rest/commits/commits */
export function commitRoutes(github: Github) {
  const { git, present } = github;
  const router = Router();
  const base = '/repos/:owner/:repo';

  router.get(`${base}/commits`, async (request, response) => {
    const repository = repositoryOf(github, request);
    const { sha, path, since, until, author } = request.query;
    const text = (value: unknown) =>
      typeof value === 'string' ? value : undefined;
    const start = await git.resolve(
      repository.full,
      text(sha) || repository.defaultBranch,
    );
    if (!start) {
      if (sha) throw GithubError.notFound();
      throw new GithubError(409, 'Git Repository is empty.');
    }
    const commits = await listCommits(git, repository.full, {
      range: start,
      path: text(path),
      since: text(since),
      until: text(until),
      author: text(author),
    });
    response.json(
      paginate(request, response, present.web, commits).map(commit =>
        presentCommit(github, repository.full, commit),
      ),
    );
  });

  router.get(`${base}/commits/:ref(*)/pulls`, async (request, response) => {
    const { full } = repositoryOf(github, request);
    const sha = await git.resolve(full, request.params.ref);
    if (!sha) throw GithubError.notFound();
    const pulls = github.state.issues.filter(
      issue =>
        issue.repository === full &&
        (issue.pull?.headSha === sha || issue.pull?.mergeCommitSha === sha),
    );
    response.json(
      pulls.map(pull => ({
        number: pull.number,
        state: pull.state,
        title: pull.title,
        html_url: `${present.web}/${full}/pull/${pull.number}`,
      })),
    );
  });

  router.get(`${base}/compare/:range(*)`, async (request, response) => {
    const { full } = repositoryOf(github, request);
    const names = request.params.range
      .split('...')
      .map(name => name.split(':').at(-1) ?? '');
    const [from, to] = await Promise.all(
      names.map(name => git.readCommit(full, name)),
    );
    const fork = from && to && (await mergeBase(git, full, from.sha, to.sha));
    const middle = fork && (await git.readCommit(full, fork));
    if (!from || !to || !middle) throw GithubError.notFound();
    const ahead = await listCommits(git, full, {
      range: `${from.sha}..${to.sha}`,
    });
    const behind = await listCommits(git, full, {
      range: `${to.sha}..${from.sha}`,
    });
    let status = 'identical';
    if (ahead.length && behind.length) status = 'diverged';
    else if (ahead.length) status = 'ahead';
    else if (behind.length) status = 'behind';
    const files = await diffTrees(git, full, middle.sha, to.sha);
    const page = `${present.web}/${full}/compare/${request.params.range}`;
    response.json({
      url: `${present.repositoryApi(full)}/compare/${request.params.range}`,
      html_url: page,
      permalink_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      base_commit: presentCommit(github, full, from),
      merge_base_commit: presentCommit(github, full, middle),
      status,
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: ahead
        .reverse()
        .map(commit => presentCommit(github, full, commit)),
      files: presentFiles(github, full, to.sha, files),
    });
  });

  router.get(`${base}/commits/:ref(*)`, async (request, response) => {
    const { full } = repositoryOf(github, request);
    const { ref } = request.params;
    const commit = await git.readCommit(full, ref);
    if (!commit) throw new GithubError(422, `No commit found for SHA: ${ref}`);
    if (/\bsha\b/.test(request.get('accept') ?? '')) {
      response.type('application/vnd.github.v3.sha').send(commit.sha);
      return;
    }
    const files = await diffTrees(
      git,
      full,
      commit.parents[0] ?? EMPTY_TREE,
      commit.sha,
    );
    const additions = files.reduce((sum, file) => sum + file.additions, 0);
    const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
    response.json({
      ...presentCommit(github, full, commit),
      stats: { total: additions + deletions, additions, deletions },
      files: presentFiles(github, full, commit.sha, files),
    });
  });

  router.get(`${base}/contributors`, async (request, response) => {
    const repository = repositoryOf(github, request);
    const head = await git.resolve(repository.full, repository.defaultBranch);
    if (!head) {
      response.status(204).end();
      return;
    }
    const counts = new Map<string, number>();
    for (const commit of await listCommits(git, repository.full, {
      range: head,
    })) {
      const login =
        presentCommit(github, repository.full, commit).author?.login ??
        TOKEN_LOGIN;
      counts.set(login, (counts.get(login) ?? 0) + 1);
    }
    response.json(
      [...counts].map(([login, contributions]) => ({
        ...present.user(login),
        contributions,
      })),
    );
  });

  return router;
}
