import type { Github } from '../Github';
import type { Comment, IssueEvent, Review } from '../model';
import { presentComment, presentLabel, presentReview } from './issue';
import { nodeId } from './Presenter';
import { presentTeam } from './team';

/** https://docs.github.com/rest/issues/events */
export function presentIssueEvent(github: Github, event: IssueEvent) {
  const { present, state } = github;
  const api = present.repositoryApi(event.repository);
  const { label, assignee, rename, reviewer, team, commitId } = event;
  const requested = team && state.teams.get(team);
  return {
    id: event.id,
    node_id: nodeId('IssueEvent', event.id),
    url: `${api}/issues/events/${event.id}`,
    actor: present.user(event.actor),
    event: event.event,
    commit_id: commitId ?? null,
    commit_url: commitId ? `${api}/commits/${commitId}` : null,
    created_at: event.createdAt,
    ...(event.event === 'closed' && {
      state_reason: event.stateReason ?? null,
    }),
    ...(label && { label: nameAndColor(github, event.repository, label) }),
    ...(assignee && {
      assignee: present.user(assignee),
      assigner: present.user(event.actor),
    }),
    ...(rename && { rename }),
    ...((reviewer || requested) && {
      review_requester: present.user(event.actor),
    }),
    ...(reviewer && { requested_reviewer: present.user(reviewer) }),
    ...(requested && { requested_team: presentTeam(github, requested) }),
    performed_via_github_app: null,
  };
}

function nameAndColor(github: Github, repository: string, label: string) {
  const { name, color } = presentLabel(github, repository, label);
  return { name, color };
}

/** A comment in the timeline: https://docs.github.com/rest/issues/timeline */
export function presentCommented(github: Github, comment: Comment) {
  return {
    event: 'commented',
    actor: github.present.user(comment.user),
    ...presentComment(github, comment),
  };
}

/** A review in the timeline. */
export function presentReviewed(github: Github, review: Review) {
  return {
    event: 'reviewed',
    ...presentReview(github, review),
    state: review.state.toLowerCase(),
  };
}
