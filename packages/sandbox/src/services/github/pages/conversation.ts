import { html, type Html } from '../../../kit';
import { may } from '../access';
import type { Github } from '../Github';
import type { Issue, IssueEvent, Repository } from '../model';
import { issuePath } from './issueRow';
import { time } from './layout';
import { personField } from './viewer';

/** Comments, reviews and what happened, oldest first. */
export function conversation({ state }: Github, issue: Issue): Html[] {
  const { repository, number } = issue;
  const entries = [
    ...state.comments
      .filter(c => c.repository === repository && c.issue === number)
      .map(c => ({ id: c.id, ...commented(c.user, c.createdAt, c.body) })),
    ...state.reviews
      .filter(r => r.repository === repository && r.pull === number)
      .map(r => ({
        id: r.id,
        ...commented(
          r.user,
          r.submittedAt,
          r.body,
          r.state.toLowerCase().replace('_', ' '),
        ),
      })),
    ...state.events
      .filter(e => e.repository === repository && e.issue === number)
      .map(e => ({ id: e.id, shown: happened(e) })),
  ];
  return entries.sort((a, b) => a.id - b.id).map(({ shown }) => shown);
}

function commented(user: string, at: string, body: string, what?: string) {
  return {
    shown: html`<h2>${user}${what && ` ${what}`}, ${time(at)}</h2>
      ${body && html`<pre>${body}</pre>`}`,
  };
}

function happened(event: IssueEvent): Html {
  const { label, assignee, reviewer, team, rename } = event;
  const about = label ?? assignee ?? reviewer ?? team ?? rename?.to;
  return html`<p class="quiet">
    ${event.actor} ${event.event.replace(/_/g, ' ')}
    ${about && html`<strong>${about}</strong>`} · ${time(event.createdAt)}
  </p>`;
}

/** What people do with an issue: comment, label, close. Who may not is told when they try. */
export function issueForms(
  github: Github,
  repository: Repository,
  issue: Issue,
  viewer: string | undefined,
): Html {
  const path = issuePath(issue);
  const labels = github.state.labels.filter(
    label => label.repository === issue.repository,
  );
  const isOpen = issue.state === 'open';
  return html`<h2>Take part</h2>
    <form method="post" action="${path}/comments">
      <div class="field">
        <label for="comment">Comment</label>
        <textarea id="comment" name="body" rows="4" required></textarea>
      </div>
      <div class="row">
        ${personField(github, viewer)}<button class="primary">Comment</button>
      </div>
    </form>
    <form method="post" action="${path}/labels">
      <fieldset>
        <legend>Labels</legend>
        ${labels.map(
          ({ name, description }) =>
            html`<label class="choice"
              ><input
                type="checkbox"
                name="labels"
                value="${name}"
                ${issue.labels.includes(name) && 'checked'}
              />
              ${name}
              ${description !== null &&
              html`<span class="quiet">${description}</span>`}</label
            >`,
        )}
      </fieldset>
      <div class="row">
        ${personField(github, viewer)}<button>Set labels</button>
      </div>
      ${viewer &&
      !may(github.state, repository, viewer, 'triage') &&
      html`<p class="quiet">
        ${viewer} may not set labels here: that takes triage rights.
      </p>`}
    </form>
    ${!issue.pull?.merged &&
    html`<form method="post" action="${path}/state">
      <div class="row">
        ${personField(github, viewer)}
        ${isOpen &&
        !issue.pull &&
        html`<select name="reason" aria-label="Why">
          <option value="completed">as completed</option>
          <option value="not_planned">as not planned</option>
        </select>`}
        <button name="state" value="${isOpen ? 'closed' : 'open'}">
          ${isOpen ? 'Close' : 'Reopen'}
        </button>
      </div>
    </form>`}`;
}
