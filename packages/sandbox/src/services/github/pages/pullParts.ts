import { html, type Html } from '../../../kit';
import type { Github } from '../Github';
import { diffTrees } from '../git/history';
import type { Issue } from '../model';
import { baseCommit, isPull } from '../present/pull';
import { unmetRequirements, verdicts } from '../pulls';
import { issuePath } from './issueRow';
import { personField } from './viewer';

/** Who has approved a pull request, and what still stands against merging it. */
export async function pullStatus(github: Github, issue: Issue): Promise<Html> {
  if (!isPull(issue) || issue.state === 'closed') return html``;
  const unmet = await unmetRequirements(github, issue);
  const asked = [
    ...issue.pull.reviewers,
    ...issue.pull.teamReviewers.map(slug => `team ${slug}`),
  ];
  return html`<h2>Reviews</h2>
    ${asked.length > 0 && html`<p>Asked: ${asked.join(', ')}</p>`}
    <ul>
      ${[...verdicts(github, issue)].map(
        ([login, verdict]) =>
          html`<li>${login}: ${verdict.toLowerCase().replace('_', ' ')}</li>`,
      )}
      ${unmet.map(why => html`<li>✗ ${why}</li>`)}
    </ul>
    ${unmet.length === 0 && html`<p>✓ Nothing stands against merging.</p>`}`;
}

/** Review and merge. */
export function pullForms(
  github: Github,
  issue: Issue,
  viewer: string | undefined,
): Html {
  if (!issue.pull || issue.state === 'closed') return html``;
  const path = issuePath(issue);
  return html`<form method="post" action="${path}/reviews">
      <div class="field">
        <label for="review">Review</label>
        <textarea id="review" name="body" rows="2"></textarea>
      </div>
      <div class="row">
        ${personField(github, viewer)}
        <button class="primary" name="event" value="APPROVE">Approve</button>
        <button name="event" value="REQUEST_CHANGES">Request changes</button>
      </div>
    </form>
    <form method="post" action="${path}/merge">
      <div class="row">
        ${personField(github, viewer)}
        <select name="method" aria-label="How">
          <option value="squash">squash</option>
          <option value="merge">merge commit</option>
          <option value="rebase">rebase</option>
        </select>
        <button class="primary">Merge</button>
      </div>
    </form>`;
}

/** What a pull request changes. */
export async function pullFiles(github: Github, issue: Issue): Promise<Html> {
  if (!isPull(issue)) return html``;
  const files = await diffTrees(
    github.git,
    issue.repository,
    await baseCommit(github, issue),
    issue.pull.headSha,
  );
  return html`<h2>Files changed</h2>
    ${fileDiffs(files)}`;
}

/** Differences, a file each. */
export function fileDiffs(
  files: Awaited<ReturnType<typeof diffTrees>>,
): Html[] {
  return files.map(
    file =>
      html`<details open>
        <summary>
          ${file.status} <code>${file.path}</code>
          <span class="quiet">+${file.additions} −${file.deletions}</span>
        </summary>
        <pre>${file.patch ?? ''}</pre>
      </details>`,
  );
}
