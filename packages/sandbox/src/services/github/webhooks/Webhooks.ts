import { TOKEN_LOGIN } from '../authentication';
import { fullName } from '../GithubState';
import type { GithubState } from '../GithubState';
import type { Comment, Issue, Repository, Webhook } from '../model';
import type { Presenter } from '../present/Presenter';
import { presentComment, presentIssue } from '../present/issue';
import { presentPull, type Pull } from '../present/pull';
import type { Github } from '../Github';
import { deliver } from './deliver';

export interface WebhookEvent {
  /** e.g. `push`. */
  event: string;
  action?: string;
  repository: Repository;
  /** What the event has beside action, repository, organization and sender. */
  payload?: Record<string, unknown>;
}

/** Sends what happens to the hooks of the repository and of its organisation. */
export class Webhooks {
  readonly #state: GithubState;
  readonly #present: Presenter;
  readonly #background: (what: string, work: () => Promise<void>) => void;

  constructor(options: {
    state: GithubState;
    present: Presenter;
    background: (what: string, work: () => Promise<void>) => void;
  }) {
    this.#state = options.state;
    this.#present = options.present;
    this.#background = options.background;
  }

  emit(event: WebhookEvent): void {
    const { repository } = event;
    const targets = [fullName(repository), repository.owner];
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

  emitIssue(action: string, issue: Issue): void {
    const [owner, name] = issue.repository.split('/');
    const github = { state: this.#state, present: this.#present } as Github;
    this.emit({
      event: issue.pull ? 'pull_request' : 'issues',
      action,
      repository: this.#state.repository(owner, name),
      payload: issue.pull
        ? {
            number: issue.number,
            pull_request: {
              ...presentPull(github, issue as Pull),
              merged: issue.pull.merged,
            },
          }
        : { issue: presentIssue(github, issue) },
    });
  }

  emitComment(action: string, issue: Issue, comment: Comment): void {
    const [owner, name] = issue.repository.split('/');
    const github = { state: this.#state, present: this.#present } as Github;
    this.emit({
      event: 'issue_comment',
      action,
      repository: this.#state.repository(owner, name),
      payload: {
        issue: presentIssue(github, issue),
        comment: presentComment(github, comment),
      },
    });
  }

  /** The `ping` that a new hook gets, or one that is tested. */
  ping(hook: Webhook, json: unknown): void {
    this.send(hook, 'ping', {
      zen: 'Keep it logically awesome.',
      hook_id: hook.id,
      hook: json,
      sender: this.#present.user(TOKEN_LOGIN),
    });
  }

  /** Sends one payload, in the background. */
  send(
    hook: Webhook,
    event: string,
    payload: unknown,
    redelivery = false,
  ): void {
    this.#background(`webhook ${event} to ${hook.config.url}`, async () => {
      const delivery = await deliver({
        hook,
        event,
        payload,
        redelivery,
        id: this.#state.nextId(),
      });
      this.#state.deliveries.put(String(delivery.id), delivery);
    });
  }

  payload({
    action,
    repository,
    payload,
  }: WebhookEvent): Record<string, unknown> {
    const organization = this.#state.account(repository.owner);
    return {
      ...(action ? { action } : {}),
      ...payload,
      repository: this.#present.repository(repository),
      ...(organization?.type === 'Organization'
        ? { organization: this.#present.organization(organization) }
        : {}),
      sender: this.#present.user(TOKEN_LOGIN),
    };
  }
}
