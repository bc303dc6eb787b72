import type { Request } from 'express';
import Router from 'express-promise-router';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { Job, WorkflowRun } from '../model';
import { paginate } from '../paginate';
import { presentEnvironment, presentReviewers } from '../present/environment';
import { presentJob, presentRun } from '../present/run';
import { Body, repositoryOf } from './body';
import { environmentScope } from './scopes';

/** Newest first, as the query asks. */
export function filterRuns(
  runs: WorkflowRun[],
  request: Request,
): WorkflowRun[] {
  const {
    branch,
    event,
    status,
    actor,
    head_sha: sha,
    created,
  } = request.query;
  const since =
    typeof created === 'string' ? /^>=?(.*)$/.exec(created)?.[1] : undefined;
  return runs
    .filter(run => !branch || run.branch === branch)
    .filter(run => !event || run.event === event)
    .filter(
      run => !status || run.status === status || run.conclusion === status,
    )
    .filter(run => !actor || run.actor === actor)
    .filter(run => !sha || run.sha === sha)
    .filter(run => !since || run.createdAt >= since)
    .sort((a, b) => b.id - a.id);
}

/** A job's log as one text. */
export function jobLog(job: Job): string {
  return `${job.steps.flatMap(step => step.log).join('\n')}\n`;
}

/** https://docs.github.com/rest/actions/workflow-runs and `/workflow-jobs` */
export function runRoutes(github: Github) {
  const { state, present, runner } = github;
  const router = Router();
  const base = '/repos/:owner/:repo/actions';
  const one = `${base}/runs/:run(\\d+)`;

  const find = (request: Request): WorkflowRun => {
    const { full } = repositoryOf(github, request);
    const run = state.runs.get(request.params.run);
    if (run?.repository !== full) throw GithubError.notFound();
    return run;
  };
  const findJob = (request: Request) => {
    const { full } = repositoryOf(github, request);
    const id = Number(request.params.job);
    const run = state.runs.find(
      r => r.repository === full && r.jobs.some(job => job.id === id),
    );
    const job = run?.jobs.find(candidate => candidate.id === id);
    if (!run || !job) throw GithubError.notFound();
    return { run, job };
  };

  router.get(`${base}/runs`, (request, response) => {
    const { full } = repositoryOf(github, request);
    const runs = filterRuns(
      state.runs.filter(run => run.repository === full),
      request,
    );
    response.json({
      total_count: runs.length,
      workflow_runs: paginate(request, response, present.web, runs).map(run =>
        presentRun(github, run),
      ),
    });
  });

  router.get([one, `${one}/attempts/:attempt`], (request, response) => {
    response.json(presentRun(github, find(request)));
  });

  router.delete(one, (request, response) => {
    state.runs.delete(String(find(request).id));
    response.status(204).end();
  });

  router.get(
    [`${one}/jobs`, `${one}/attempts/:attempt/jobs`],
    (request, response) => {
      const run = find(request);
      response.json({
        total_count: run.jobs.length,
        jobs: paginate(request, response, present.web, run.jobs).map(job =>
          presentJob(github, run, job),
        ),
      });
    },
  );

  router.get(`${base}/jobs/:job(\\d+)`, (request, response) => {
    const { run, job } = findJob(request);
    response.json(presentJob(github, run, job));
  });

  router.get(`${base}/jobs/:job(\\d+)/logs`, (request, response) => {
    const { run, job } = findJob(request);
    response.redirect(
      302,
      `${present.web}/${run.repository}/actions/runs/${run.id}/job/${job.id}/logs.txt`,
    );
  });

  router.get(`${one}/artifacts`, (request, response) => {
    find(request);
    response.json({ total_count: 0, artifacts: [] });
  });

  router.get(`${one}/timing`, (request, response) => {
    const run = find(request);
    response.json({
      billable: {},
      run_duration_ms: Date.parse(run.updatedAt) - Date.parse(run.startedAt),
    });
  });

  router.post([`${one}/cancel`, `${one}/force-cancel`], (request, response) => {
    const run = find(request);
    if (run.status === 'completed') {
      throw new GithubError(
        409,
        'Cannot cancel a workflow run that is completed.',
      );
    }
    runner.cancel(run);
    response.status(202).json({});
  });

  router.post(
    [`${one}/rerun`, `${one}/rerun-failed-jobs`],
    async (request, response) => {
      const run = find(request);
      if (run.status !== 'completed' || run.invalid) {
        throw new GithubError(403, 'This workflow run cannot be retried');
      }
      await runner.rerun(run, {
        failedOnly: request.path.endsWith('rerun-failed-jobs'),
      });
      response.status(201).json({});
    },
  );

  router.post(`${base}/jobs/:job(\\d+)/rerun`, async (request, response) => {
    const { run, job } = findJob(request);
    if (run.status !== 'completed')
      throw new GithubError(
        403,
        'The workflow run containing this job is already running',
      );
    await runner.rerun(run, { failedOnly: false, job: job.id });
    response.status(201).json({});
  });

  const waitingFor = (run: WorkflowRun) => {
    const names = run.jobs
      .filter(job => job.status === 'waiting')
      .map(job => job.environment!);
    return [...new Set(names)].flatMap(
      name =>
        state.environments.get(environmentScope(run.repository, name)) ?? [],
    );
  };

  router.get(`${one}/pending_deployments`, (request, response) => {
    const run = find(request);
    response.json(
      waitingFor(run).map(environment => {
        const { id, node_id, name, url, html_url } = presentEnvironment(
          github,
          environment,
        );
        return {
          environment: { id, node_id, name, url, html_url },
          wait_timer: environment.waitTimer,
          wait_timer_started_at: null,
          current_user_can_approve: true,
          reviewers: presentReviewers(github, environment),
        };
      }),
    );
  });

  router.post(`${one}/pending_deployments`, (request, response) => {
    const run = find(request);
    const body = new Body(request, 'PendingDeployment');
    const ids = body.texts('environment_ids') ?? [];
    const verdict = body.requiredText('state');
    if (verdict !== 'approved' && verdict !== 'rejected') {
      throw GithubError.invalid('PendingDeployment', 'state', 'invalid');
    }
    const environments = waitingFor(run).filter(environment =>
      ids.includes(String(environment.id)),
    );
    if (!environments.length || environments.length < ids.length) {
      throw new GithubError(
        422,
        'There are no pending deployment requests to approve or reject for these environments',
      );
    }
    runner.review(
      run,
      environments.map(({ name }) => ({
        environment: name,
        state: verdict,
        user: callerOf(request),
        comment: body.text('comment') ?? '',
      })),
    );
    response.json(
      environments.map(({ id, name }) => ({
        id,
        environment: name,
        ref: run.branch,
        sha: run.sha,
        task: 'deploy',
      })),
    );
  });

  router.get(`${one}/approvals`, (request, response) => {
    const run = find(request);
    response.json(
      run.approvals.map(approval => ({
        state: approval.state,
        comment: approval.comment,
        user: present.user(approval.user),
        environments: [{ name: approval.environment }],
      })),
    );
  });

  return router;
}
