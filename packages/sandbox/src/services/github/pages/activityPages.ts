import type { Request } from 'express';
import Router from 'express-promise-router';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { diffTrees } from '../git/history';
import { fullName, issueKey } from '../GithubState';
import type { Job } from '../model';
import { baseCommit, isPull } from '../present/pull';
import { jobLog } from '../routes/runs';
import { html } from './html';
import { layout, mark, time } from './layout';

/** Workflow runs, issues and pull requests. */
export function activityPages(github: Github) {
  const { state, git } = github;
  const router = Router();

  const find = (request: Request) => {
    const repository = state.repository(
      request.params.owner,
      request.params.repo,
    );
    const full = fullName(repository);
    const crumbs = [
      { text: repository.owner, href: `/${repository.owner}` },
      { text: repository.name, href: `/${full}` },
    ];
    return { full, crumbs };
  };
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
    const rows = runs.map(
      run =>
        html`<tr>
          <td>${mark(run)}</td>
          <td>
            <a href="/${full}/actions/runs/${run.id}"
              >${run.name} #${run.number}</a
            >
          </td>
          <td>${run.title}</td>
          <td>${run.branch}</td>
          <td class="quiet">${time(run.createdAt)}</td>
        </tr>`,
    );
    response.type('html').send(
      layout(
        'Workflow runs',
        crumbs,
        html`<table>
          ${rows}
        </table>`,
      ),
    );
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

  router.get(
    '/:owner/:repo/:kind(pull|issues)/:number(\\d+)',
    async (request, response) => {
      const { full, crumbs } = find(request);
      const issue = state.issues.get(
        issueKey(full, Number(request.params.number)),
      );
      if (!issue) throw GithubError.notFound();
      const comments = state.comments.filter(
        c => c.repository === full && c.issue === issue.number,
      );
      const files = isPull(issue)
        ? await diffTrees(
            git,
            full,
            await baseCommit(github, issue),
            issue.pull.headSha,
          )
        : [];
      const status = issue.pull?.merged ? 'merged' : issue.state;
      const content = html` <p class="quiet">
          #${issue.number} · ${status} · ${issue.user} ·
          ${time(issue.createdAt)}${issue.pull &&
          html` · <code>${issue.pull.headRef}</code> into
            <code>${issue.pull.baseRef}</code>`}
        </p>
        <pre>${issue.body || 'No description.'}</pre>
        ${comments.map(
          comment =>
            html`<h2>${comment.user}, ${time(comment.createdAt)}</h2>
              <pre>${comment.body}</pre>`,
        )}
        ${files.length ? html`<h2>Files changed</h2>` : ''}
        ${files.map(
          file =>
            html`<details open>
              <summary>
                ${file.status} <code>${file.path}</code>
                <span class="quiet">+${file.additions} −${file.deletions}</span>
              </summary>
              <pre>${file.patch}</pre>
            </details>`,
        )}`;
      response.type('html').send(layout(issue.title, crumbs, content));
    },
  );

  router.get('/:owner/:repo/:kind(pulls|issues)', (request, response) => {
    const { full, crumbs } = find(request);
    const wantsPulls = request.params.kind === 'pulls';
    const issues = state.issues
      .filter(i => i.repository === full && Boolean(i.pull) === wantsPulls)
      .reverse();
    const rows = issues.map(
      issue =>
        html`<tr>
          <td>
            <a href="/${full}/${wantsPulls ? 'pull' : 'issues'}/${issue.number}"
              >#${issue.number}</a
            >
          </td>
          <td>${issue.title}</td>
          <td>${issue.pull?.merged ? 'merged' : issue.state}</td>
        </tr>`,
    );
    const content = rows.length
      ? html`<table>
          ${rows}
        </table>`
      : html`<p class="quiet">None.</p>`;
    response
      .type('html')
      .send(layout(wantsPulls ? 'Pull requests' : 'Issues', crumbs, content));
  });

  return router;
}
