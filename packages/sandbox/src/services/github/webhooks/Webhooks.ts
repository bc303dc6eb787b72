import { fullName } from '../GithubState';
import type { GithubState } from '../GithubState';
import type {
  Account,
  Comment,
  Issue,
  Repository,
  Review,
  Webhook,
  WorkflowRun,
} from '../model';
import type { Presenter } from '../present/Presenter';
import { presentComment, presentIssue, presentReview } from '../present/issue';
import { presentRun } from '../present/run';
import { presentPull, type Pull } from '../present/pull';
import type { Github } from '../Github';
import type { Deliveries } from './Deliveries';

/** Something that hooks hear of. */
export interface WebhookEvent {
  /** e.g. `push`. */
  event: string;
  action?: string;
  /** Where it happened; the organisation itself if absent. */
  repository?: Repository;
  /** Login of who did it. */
  sender: string;
  /** What the event has beside action, repository, organization and sender. */
  payload?: Record<string, unknown>;
}

/** Sends what happens to the hooks of the repository and of its organisation. */
export class Webhooks {
  readonly #state: GithubState;
  readonly #present: Presenter;
  /** What presenters ask for. */
  readonly #github: Github;
  readonly #deliveries: Deliveries;

  constructor(options: {
    state: GithubState;
    present: Presenter;
    /** Login of the one organisation. */
    organization: string;
    deliveries: Deliveries;
  }) {
    this.#state = options.state;
    this.#present = options.present;
    const { state, present, organization } = options;
    this.#github = { state, present, organization } as Github;
    this.#deliveries = options.deliveries;
  }

  emit(event: WebhookEvent): void {
    const { repository } = event;
    const targets = repository
      ? [fullName(repository), repository.owner]
      : [this.#organization.login];
    const hooks = this.#state.webhooks.filter(
      hook =>
        hook.active &&
        targets.includes(hook.target) &&
        (hook.events.includes('*') || hook.events.includes(event.event)),
    );
    if (!hooks.length) return;
    const payload = this.#payload(event);
    for (const hook of hooks) this.#deliveries.send(hook, event.event, payload);
  }

  /** @param extra what the event has beside the issue, e.g. the label of `labeled` */
  emitIssue(
    action: string,
    issue: Issue,
    sender: string,
    extra: Record<string, unknown> = {},
  ): void {
    this.emit({
      event: issue.pull ? 'pull_request' : 'issues',
      action,
      repository: this.#repositoryOf(issue),
      sender,
      payload: {
        ...(issue.pull
          ? {
              number: issue.number,
              pull_request: {
                ...presentPull(this.#github, issue as Pull),
                merged: issue.pull.merged,
              },
            }
          : { issue: presentIssue(this.#github, issue) }),
        ...extra,
      },
    });
  }

  /** @param extra what the event has beside issue and comment, e.g. the changes of `edited` */
  emitComment(
    action: string,
    issue: Issue,
    comment: Comment,
    sender: string,
    extra: Record<string, unknown> = {},
  ): void {
    this.emit({
      event: 'issue_comment',
      action,
      repository: this.#repositoryOf(issue),
      sender,
      payload: {
        issue: presentIssue(this.#github, issue),
        comment: presentComment(this.#github, comment),
        ...extra,
      },
    });
  }

  emitReview(action: string, pull: Pull, review: Review, sender: string): void {
    this.emit({
      event: 'pull_request_review',
      action,
      repository: this.#repositoryOf(pull),
      sender,
      payload: {
        review: {
          ...presentReview(this.#github, review),
          state: review.state.toLowerCase(),
        },
        pull_request: presentPull(this.#github, pull),
      },
    });
  }

  emitRun(action: string, run: WorkflowRun): void {
    const repository = this.#state.repositories.get(
      run.repository.toLowerCase(),
    );
    if (!repository) return;
    this.emit({
      event: 'workflow_run',
      action,
      repository,
      sender: run.actor,
      payload: { workflow_run: presentRun(this.#github, run) },
    });
  }

  /** The `ping` that a new hook gets, or one that is tested. */
  ping(hook: Webhook, json: unknown, sender: string): void {
    this.#deliveries.send(hook, 'ping', {
      zen: 'Keep it logically awesome.',
      hook_id: hook.id,
      hook: json,
      sender: this.#present.user(sender),
    });
  }

  #payload({
    action,
    repository,
    sender,
    payload,
  }: WebhookEvent): Record<string, unknown> {
    const organization = this.#organization;
    return {
      ...(action ? { action } : {}),
      ...payload,
      ...(repository && {
        repository: this.#present.repository(repository),
      }),
      ...((!repository || repository.owner === organization.login) && {
        organization: this.#present.organization(organization),
      }),
      sender: this.#present.user(sender),
    };
  }

  get #organization(): Account {
    return this.#state.account(this.#github.organization)!;
  }

  #repositoryOf({ repository }: Issue): Repository {
    const [owner, name] = repository.split('/');
    return this.#state.repository(owner, name);
  }
}
