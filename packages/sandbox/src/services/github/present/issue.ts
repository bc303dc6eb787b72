import type { Github } from '../Github';
import type { Comment, Issue, Label, Review } from '../model';
import { nodeId } from './Presenter';

export function presentLabel(github: Github, repository: string, name: string) {
  const label = labelOf(github, repository, name);
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: `${github.present.repositoryApi(
      repository,
    )}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

/** The label of that name; made, as GitHub does, where an issue first uses it. */
export function labelOf(
  { state }: Github,
  repository: string,
  name: string,
): Label {
  const key = `${repository}:${name.toLowerCase()}`;
  return (
    state.labels.get(key) ??
    state.labels.put(key, {
      id: state.nextId(),
      repository,
      name,
      color: 'ededed',
      description: null,
    })
  );
}

/** An issue; a pull request seen as an issue has `pull_request`. */
export function presentIssue(github: Github, issue: Issue) {
  const { present, state } = github;
  const api = present.repositoryApi(issue.repository);
  const url = `${api}/issues/${issue.number}`;
  const page = `${present.web}/${issue.repository}/${
    issue.pull ? 'pull' : 'issues'
  }/${issue.number}`;
  const comments = state.comments.filter(
    comment =>
      comment.repository === issue.repository && comment.issue === issue.number,
  ).length;
  return {
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    id: issue.id,
    node_id: nodeId(issue.pull ? 'PullRequest' : 'Issue', issue.id),
    number: issue.number,
    title: issue.title,
    user: present.user(issue.user),
    labels: issue.labels.map(name =>
      presentLabel(github, issue.repository, name),
    ),
    state: issue.state,
    locked: issue.locked,
    assignee: issue.assignees[0] ? present.user(issue.assignees[0]) : null,
    assignees: issue.assignees.map(login => present.user(login)),
    milestone: null,
    comments,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt ?? null,
    closed_by: issue.closedBy ? present.user(issue.closedBy) : null,
    author_association: association(github, issue.user),
    active_lock_reason: issue.lockReason ?? null,
    body: issue.body,
    state_reason: issue.stateReason ?? null,
    ...(issue.pull
      ? {
          draft: issue.pull.draft,
          pull_request: {
            url: `${api}/pulls/${issue.number}`,
            html_url: page,
            diff_url: `${page}.diff`,
            patch_url: `${page}.patch`,
            merged_at: issue.pull.mergedAt ?? null,
          },
        }
      : {}),
  };
}

export function presentComment(github: Github, comment: Comment) {
  const { present } = github;
  const api = present.repositoryApi(comment.repository);
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${api}/issues/comments/${comment.id}`,
    html_url: `${present.web}/${comment.repository}/issues/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.issue}`,
    body: comment.body,
    user: present.user(comment.user),
    author_association: association(github, comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
  };
}

export function presentReview(github: Github, review: Review) {
  const { present } = github;
  const page = `${present.web}/${review.repository}/pull/${review.pull}#pullrequestreview-${review.id}`;
  const pull = `${present.repositoryApi(review.repository)}/pulls/${
    review.pull
  }`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: present.user(review.user),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: pull,
    author_association: association(github, review.user),
    submitted_at: review.submittedAt,
    commit_id: review.commitSha,
    _links: { html: { href: page }, pull_request: { href: pull } },
  };
}

/** How an author belongs to the organisation. */
function association({ state }: Github, login: string): 'MEMBER' | 'NONE' {
  return state.account(login)?.role ? 'MEMBER' : 'NONE';
}
