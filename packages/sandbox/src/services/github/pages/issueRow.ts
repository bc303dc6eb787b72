import { html } from '../../../kit';
import type { Issue } from '../model';
import { quiet, row } from './layout';

/** Path of an issue's or a pull request's page. */
export function issuePath(issue: Issue): string {
  return `/${issue.repository}/${issue.pull ? 'pull' : 'issues'}/${
    issue.number
  }`;
}

/** An issue or a pull request in a list. */
export function issueRow(issue: Issue) {
  return row(
    html`<a href="${issuePath(issue)}">#${issue.number}</a>`,
    html`${issue.title}
    ${issue.labels.map(label => html`<span class="note">${label}</span> `)}`,
    quiet(
      `${issue.pull ? 'pull request' : 'issue'} · ${
        issue.pull?.merged ? 'merged' : issue.state
      }`,
    ),
  );
}
