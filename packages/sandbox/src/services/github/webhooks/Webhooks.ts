import { fullName } from '../GithubState';
import type { GithubState } from '../GithubState';
import type {
  Account,
  Comment,
  Delivery,
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
import { deliver } from './deliver';

/** Of one hook. */
const DELIVERIES_KEPT = 200;

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
  readonly #background: (what: string, work: () => Promise<void>) => void;

  readonly #pending = new Set<Promise<void>>();
  #stopping = new AbortController();

  constructor(options: {
    state: GithubState;
    present: Presenter;
    /** Login of the one organisation. */
    organization: string;
    background: (what: string, work: () => Promise<void>) => void;
  }) {
    this.#state = options.state;
    this.#present = options.present;
    const { state, present, organization } = options;
    this.#github = { state, present, organization } as Github;
    this.#background = options.background;
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
    const payload = this.payload(event);
    for (const hook of hooks) this.send(hook, event.event, payload);
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
    this.send(hook, 'ping', {
      zen: 'Keep it logically awesome.',
      hook_id: hook.id,
      hook: json,
      sender: this.#present.user(sender),
    });
  }

  /** Gives up what is on its way; the deliveries say so. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('the sandbox stopped'));
    await Promise.allSettled(this.#pending);
    this.#stopping = new AbortController();
  }

  /** Sends one payload, in the background; once more if `first` was sent before. */
  send(hook: Webhook, event: string, payload: unknown, first?: Delivery): void {
    const id = this.#state.nextId();
    const { signal } = this.#stopping;
    const work = deliver({
      hook,
      event,
      payload,
      id,
      signal,
      redelivery: first !== undefined,
      guid: first?.guid,
    }).then(delivery => {
      this.#state.deliveries.put(String(id), delivery);
      this.#forgetOld(hook);
    });
    this.#pending.add(work);
    this.#background(`webhook ${event} to ${hook.config.url}`, () =>
      work.finally(() => this.#pending.delete(work)),
    );
  }

  payload({
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

  /** GitHub keeps them for three days; here so many, since a hook that nobody hears collects them. */
  #forgetOld(hook: Webhook) {
    const ids = this.#state.deliveries
      .entries()
      .filter(([, delivery]) => delivery.hook === hook.id)
      .map(([id]) => id);
    for (const id of ids.slice(0, -DELIVERIES_KEPT))
      this.#state.deliveries.delete(id);
  }

  get #organization(): Account {
    return this.#state.account(this.#github.organization)!;
  }

  #repositoryOf({ repository }: Issue): Repository {
    const [owner, name] = repository.split('/');
    return this.#state.repository(owner, name);
  }
}
