import type { Request } from 'express';
import Router from 'express-promise-router';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { Job, WorkflowRun } from '../model';
import { jobLog } from '../routes/runs';
import { html } from '../../../kit';
import { layout, mark, quiet, repositoryAt, row, table, time } from './layout';

/** Workflow runs. */
export function runPages(github: Github) {
  const { state } = github;
  const router = Router();

  const find = (request: Request) => repositoryAt(state, request);
  const findRun = (request: Request) => {
    const { full, crumbs } = find(request);
    const run = state.runs.get(request.params.run);
    if (run?.repository !== full) throw GithubError.notFound();
    return {
      full,
      crumbs: [...crumbs, { text: 'Actions', href: `/${full}/actions` }],
      run,
    };
  };

  router.get('/:owner/:repo/actions', (request, response) => {
    const { full, crumbs } = find(request);
    const runs = state.runs.filter(run => run.repository === full).reverse();
    const rows = runs.map(run => runRow(full, run));
    response.type('html').send(layout('Workflow runs', crumbs, table(rows)));
  });

  const jobSection = (full: string, runId: number, job: Job) => html` <h2
      id="job-${job.id}"
    >
      ${mark(job)} ·
      <a href="/${full}/actions/runs/${runId}/job/${job.id}">${job.name}</a>
    </h2>
    ${job.environment &&
    html`<p class="quiet">Environment ${job.environment}</p>`}
    ${job.annotations.map(text => html`<p class="note">${text}</p>`)}
    ${job.steps.map(
      step =>
        html`<details>
          <summary>${mark(step)} · ${step.name}</summary>
          <pre>${step.log.join('\n')}</pre>
        </details>`,
    )}
    <p>
      <a href="/${full}/actions/runs/${runId}/job/${job.id}/logs.txt"
        >Log as text</a
      >
    </p>`;

  router.get(
    [
      '/:owner/:repo/actions/runs/:run(\\d+)',
      '/:owner/:repo/actions/runs/:run(\\d+)/attempts/:attempt',
    ],
    (request, response) => {
      const { full, crumbs, run } = findRun(request);
      const content = html` <p>
          ${mark(run)} · ${run.event} on ${run.branch} at
          <a href="/${full}/commit/${run.sha}"
            ><code>${run.sha.slice(0, 7)}</code></a
          >
          · ${time(run.createdAt)}
        </p>
        <p class="quiet">
          Steps are simulated: their outcome follows from the workflow file,
          nothing is executed.
        </p>
        ${run.invalid && html`<p class="note">${run.invalid}</p>`}
        ${run.jobs.map(job => jobSection(full, run.id, job))}`;
      response
        .type('html')
        .send(
          layout(`${run.name} #${run.number}: ${run.title}`, crumbs, content),
        );
    },
  );

  const findJob = (request: Request) => {
    const found = findRun(request);
    const job = found.run.jobs.find(
      one => String(one.id) === request.params.job,
    );
    if (!job) throw GithubError.notFound();
    return { ...found, job };
  };

  router.get(
    '/:owner/:repo/actions/runs/:run(\\d+)/job/:job(\\d+)',
    (request, response) => {
      const { full, crumbs, run, job } = findJob(request);
      const trail = [
        ...crumbs,
        { text: `#${run.number}`, href: `/${full}/actions/runs/${run.id}` },
      ];
      response
        .type('html')
        .send(layout(job.name, trail, jobSection(full, run.id, job)));
    },
  );

  router.get(
    '/:owner/:repo/actions/runs/:run(\\d+)/job/:job(\\d+)/logs.txt',
    (request, response) => {
      response.type('text/plain').send(jobLog(findJob(request).job));
    },
  );

  return router;
}

/** A run in a list. */
export function runRow(full: string, run: WorkflowRun) {
  return row(
    mark(run),
    html`<a href="/${full}/actions/runs/${run.id}"
      >${run.name} #${run.number}</a
    >`,
    run.title,
    run.branch,
    quiet(time(run.createdAt)),
  );
}
