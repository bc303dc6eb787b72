import Router from 'express-promise-router';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { CommitStatus } from '../model';
import { paginate } from '../paginate';
import { presentCheckRun } from '../present/run';
import { autoMergeOf } from '../pulls';
import { Body, repositoryOf } from './body';

/** https://docs.github.com/rest/commits/statuses and https://docs.github.com/rest/checks/runs */
export function statusRoutes(github: Github) {
  const { git, present, state } = github;
  const router = Router();
  const base = '/repos/:owner/:repo';

  const presentStatus = (status: CommitStatus) => ({
    url: `${present.repositoryApi(status.repository)}/statuses/${status.sha}`,
    avatar_url: present.user(status.creator).avatar_url,
    id: status.id,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  });
  const statusesOf = (full: string, sha: string) =>
    state.statuses
      .filter(s => s.repository === full && s.sha === sha)
      .reverse();
  const commitOf = async (full: string, ref: string) => {
    const sha = await git.resolve(full, ref);
    if (!sha) throw new GithubError(422, `No commit found for SHA: ${ref}`);
    return sha;
  };

  router.get(`${base}/commits/:ref(*)/status`, async (request, response) => {
    const { full, ...repository } = repositoryOf(github, request);
    const sha = await git.resolve(full, request.params.ref);
    if (!sha) throw GithubError.notFound();
    const latest = new Map<string, CommitStatus>();
    for (const status of statusesOf(full, sha)) {
      if (!latest.has(status.context)) latest.set(status.context, status);
    }
    const states = [...latest.values()].map(status => status.state);
    let combined = 'success';
    if (states.some(s => s === 'failure' || s === 'error'))
      combined = 'failure';
    else if (!states.length || states.includes('pending')) combined = 'pending';
    const api = present.repositoryApi(full);
    response.json({
      state: combined,
      statuses: [...latest.values()].map(presentStatus),
      sha,
      total_count: latest.size,
      repository: present.repository(repository),
      commit_url: `${api}/commits/${sha}`,
      url: `${api}/commits/${sha}/status`,
    });
  });

  router.get(`${base}/commits/:ref(*)/statuses`, async (request, response) => {
    const { full } = repositoryOf(github, request);
    const statuses = statusesOf(full, await commitOf(full, request.params.ref));
    response.json(
      paginate(request, response, present.web, statuses).map(status => ({
        ...presentStatus(status),
        creator: present.user(status.creator),
      })),
    );
  });

  router.post(`${base}/statuses/:sha`, async (request, response) => {
    const { full } = repositoryOf(github, request);
    const body = new Body(request, 'Status');
    const wanted = body.requiredText('state') as CommitStatus['state'];
    if (!['error', 'failure', 'pending', 'success'].includes(wanted)) {
      throw GithubError.invalid('Status', 'state', 'invalid');
    }
    const id = state.nextId();
    const status = state.statuses.put(String(id), {
      id,
      repository: full,
      sha: await commitOf(full, request.params.sha),
      state: wanted,
      context: body.text('context') ?? 'default',
      description: body.text('description') ?? null,
      targetUrl: body.text('target_url') ?? null,
      creator: callerOf(request),
      createdAt: state.now(),
    });
    github.kit.background(`auto-merge in ${full}`, () =>
      autoMergeOf(github, full, status.sha),
    );
    response.status(201).json({
      ...presentStatus(status),
      creator: present.user(callerOf(request)),
    });
  });

  router.get(
    `${base}/commits/:ref(*)/check-runs`,
    async (request, response) => {
      const { full } = repositoryOf(github, request);
      const sha = await commitOf(full, request.params.ref);
      const checks = state.runs
        .filter(run => run.repository === full && run.sha === sha)
        .flatMap(run => run.jobs.map(job => presentCheckRun(github, run, job)));
      response.json({
        total_count: checks.length,
        check_runs: paginate(request, response, present.web, checks),
      });
    },
  );

  return router;
}
