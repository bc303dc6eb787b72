import type { AuthService } from '@backstage/backend-plugin-api';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { DeliveryConfig } from '../config/DeliveryConfig';
import type { DeliveryStore } from '../store/DeliveryStore';
import type { Flow } from '../store/types';
import type { GithubHistory } from './GithubHistory';
import type { Outcome, Step } from './Step';

type Task = Awaited<
  ReturnType<ScaffolderService['listTasks']>
>['items'][number];
type Credentials = Awaited<ReturnType<AuthService['getOwnServiceCredentials']>>;

const PAGE = 100;
const MOST_PAGES = 50;
/** A flow that waits for approvals may take so long; older ones are not looked at again. */
const LONGEST_MS = 30 * 86_400_000;

interface FlowsStepOptions {
  auth: AuthService;
  scaffolder: ScaffolderService;
  github: GithubHistory;
  store: DeliveryStore;
  templates: DeliveryConfig['templates'];
}

/** Takes down how long flows took that made a service or brought somebody in. */
export class FlowsStep implements Step {
  readonly source = 'flows';
  readonly #options: FlowsStepOptions;

  constructor(options: FlowsStepOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<Outcome> {
    const { auth, store } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const known = new Set((await store.flows()).map(({ taskId }) => taskId));
    const { flows: last } = await store.standings();
    const horizon = last?.answeredAt
      ? Date.parse(last.answeredAt) - LONGEST_MS
      : 0;
    const done = (await this.#tasks(horizon, credentials, signal)).filter(
      task => task.status === 'completed' && !known.has(task.id),
    );
    let answered = 0;
    let message: string | undefined;
    for (const task of done) {
      const kind = this.#kindOf(task);
      if (!kind) continue;
      try {
        await store.putFlow(
          await this.#flowOf(task, kind, credentials, signal),
        );
        answered += 1;
      } catch (error) {
        signal.throwIfAborted();
        message = `${kind} ${task.id}: ${(error as Error).message}`;
      }
    }
    const asked = done.filter(task => this.#kindOf(task)).length;
    return { asked, answered, ...(message && { message }) };
  }

  /** Newest first, back to the horizon. */
  async #tasks(horizon: number, credentials: Credentials, signal: AbortSignal) {
    const tasks: Task[] = [];
    for (let page = 0; page < MOST_PAGES; page += 1) {
      signal.throwIfAborted();
      const { items } = await this.#options.scaffolder.listTasks(
        { limit: PAGE, offset: page * PAGE },
        { credentials },
      );
      tasks.push(...items);
      const oldest = items.at(-1);
      if (items.length < PAGE || Date.parse(oldest!.createdAt) < horizon) break;
    }
    return tasks;
  }

  #kindOf({ spec }: Task): Flow['kind'] | undefined {
    const { create, onboarding } = this.#options.templates;
    const ref = spec.templateInfo?.entityRef;
    if (ref === `template:default/${create}`) return 'create';
    return ref === `template:default/${onboarding}` ? 'onboarding' : undefined;
  }

  async #flowOf(
    task: Task,
    kind: Flow['kind'],
    credentials: Credentials,
    signal: AbortSignal,
  ): Promise<Flow> {
    const events = await this.#options.scaffolder.getLogs(
      { taskId: task.id },
      { credentials },
    );
    const ended = events.findLast(({ type }) => type === 'completion');
    const { name, issueUrl } = task.spec.parameters;
    return {
      taskId: task.id,
      kind,
      ...(kind === 'create' && { entityRef: `component:default/${name}` }),
      begunAt: await this.#begunAt(task, issueUrl, signal),
      doneAt: iso(ended?.createdAt ?? task.lastHeartbeatAt ?? task.createdAt),
    };
  }

  /** A request begins with the issue that asks for it, if there is one. */
  async #begunAt(task: Task, issueUrl: unknown, signal: AbortSignal) {
    const createdAt = iso(task.createdAt);
    if (typeof issueUrl !== 'string' || !issueUrl) return createdAt;
    try {
      const opened = await this.#options.github.issueOpenedAt(issueUrl, signal);
      return opened < createdAt ? opened : createdAt;
    } catch (error) {
      if ((error as Error).name === 'NotFoundError') return createdAt;
      throw error;
    }
  }
}

function iso(time: string): string {
  return new Date(time).toISOString();
}
