import { TOKEN_LOGIN } from '../authentication';
import { fullName } from '../GithubState';
import type { GithubState } from '../GithubState';
import type {
  Comment,
  Issue,
  Repository,
  Webhook,
  WorkflowRun,
} from '../model';
import type { Presenter } from '../present/Presenter';
import { presentComment, presentIssue } from '../present/issue';
import { presentRun } from '../present/run';
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

  readonly #pending = new Set<Promise<void>>();
  #stopping = new AbortController();

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

  emitRun(action: string, run: WorkflowRun): void {
    const repository = this.#state.repositories.get(
      run.repository.toLowerCase(),
    );
    if (!repository) return;
    const github = { state: this.#state, present: this.#present } as Github;
    this.emit({
      event: 'workflow_run',
      action,
      repository,
      payload: { workflow_run: presentRun(github, run) },
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

  /** Gives up what is on its way; the deliveries say so. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('the sandbox stopped'));
    await Promise.allSettled(this.#pending);
    this.#stopping = new AbortController();
  }

  /** Sends one payload, in the background. */
  send(
    hook: Webhook,
    event: string,
    payload: unknown,
    redelivery = false,
  ): void {
    const id = this.#state.nextId();
    const { signal } = this.#stopping;
    const work = deliver({ hook, event, payload, redelivery, id, signal }).then(
      delivery => {
        this.#state.deliveries.put(String(id), delivery);
      },
    );
    this.#pending.add(work);
    this.#background(`webhook ${event} to ${hook.config.url}`, () =>
      work.finally(() => this.#pending.delete(work)),
    );
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
