import type { Github } from '../Github';
import { issueKey } from '../GithubState';
import type { Issue } from '../model';
import { presentLabel } from '../present/issue';
import { presentTeam } from '../present/team';
import { changesOf, type Change } from './changesOf';

/** Writes an issue with the time of the change; nobody is told. */
export function writeIssue<T extends Issue>({ state }: Github, issue: T): T {
  return state.issues.put(issueKey(issue.repository, issue.number), {
    ...issue,
    updatedAt: state.now(),
  }) as T;
}

/** Writes what became of an issue, notes each difference in its timeline and tells the webhooks. */
export function changeIssue<T extends Issue>(
  github: Github,
  before: Issue,
  after: T,
  actor: string,
): T {
  const saved = writeIssue(github, after);
  for (const change of changesOf(before, saved))
    announce(github, saved, change, actor);
  return saved;
}

/** Notes one thing that happened in the timeline, and tells the webhooks. */
export function announce(
  github: Github,
  issue: Issue,
  { action, ...change }: Change,
  actor: string,
): void {
  const { state, webhooks, present } = github;
  const { event } = change;
  if (event) {
    const id = state.nextId();
    state.events.put(String(id), {
      id,
      repository: issue.repository,
      issue: issue.number,
      actor,
      createdAt: state.now(),
      ...change.details,
      event,
    });
  }
  if (!action) return;
  const { label, assignee, reviewer, team } = change.details ?? {};
  const slug = team && state.teams.get(team);
  webhooks.emitIssue(action, issue, actor, {
    ...(label && { label: presentLabel(github, issue.repository, label) }),
    ...(assignee && { assignee: present.user(assignee) }),
    ...(reviewer && { requested_reviewer: present.user(reviewer) }),
    ...(slug && { requested_team: presentTeam(github, slug) }),
    ...(change.edited && { changes: change.edited }),
  });
}
