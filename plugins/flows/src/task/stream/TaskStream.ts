import { NotFoundError } from '@backstage/errors';
import type {
  LogEvent,
  ScaffolderApi,
  ScaffolderTask,
} from '@backstage/plugin-scaffolder-react';

/** How the page is connected to the task. */
export type Connection =
  | { state: 'connecting' }
  | { state: 'live' }
  | { state: 'reconnecting'; since: number; nextTryAt: number; reason: string }
  | { state: 'ended' };

/** What is known of a task; a new object after every change. */
export interface TaskSnapshot {
  task?: ScaffolderTask;
  events: LogEvent[];
  connection: Connection;
  /** When the last answer came, in milliseconds since the epoch. */
  lastSeenAt?: number;
  /** The task cannot be shown at all: it is not there or may not be read. */
  error?: Error;
}

type Api = Pick<ScaffolderApi, 'getTask' | 'streamLogs'>;
type Subscription = { unsubscribe(): void };

const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
/** Events come in bursts; the page is told at most this often. */
const NOTIFY_MS = 100;

function statusOf(error: unknown): number | undefined {
  return (error as { response?: { status?: number } } | undefined)?.response
    ?.status;
}

/**
 * Follows one task: reads it, streams its events and, when the stream breaks, goes on after the last event
 * seen, waiting 1 s, 2 s … 15 s between tries until the task is over. Pauses while the page is hidden.
 */
export class TaskStream {
  #snapshot: TaskSnapshot = {
    events: [],
    connection: { state: 'connecting' },
  };
  #seen = new Set<number>();
  #listeners = new Set<() => void>();
  #subscription?: Subscription;
  #retry?: ReturnType<typeof setTimeout>;
  #notify?: ReturnType<typeof setTimeout>;
  #generation = 0;
  #failures = 0;

  constructor(private readonly api: Api, private readonly taskId: string) {}

  /** The latest snapshot; the same object until something changes. */
  get snapshot(): TaskSnapshot {
    return this.#snapshot;
  }

  /** Calls `listener` after changes; starts with the first listener and stops with the last. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) void this.#connect();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.pause();
    };
  }

  /** Stops streaming and keeps what is known. */
  pause(): void {
    this.#generation += 1;
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
    clearTimeout(this.#retry);
  }

  /** Goes on after a pause, or tries again at once. */
  resume(): void {
    if (this.#snapshot.connection.state === 'ended' || this.#subscription) {
      return;
    }
    this.pause();
    void this.#connect();
  }

  /** Begins anew, e.g. after the task was told to try again, which takes back how it ended. */
  restart(): void {
    this.pause();
    this.#seen.clear();
    this.#change({ events: [], connection: { state: 'connecting' } });
    void this.#connect();
  }

  async #connect() {
    const generation = ++this.#generation;
    const isCurrent = () => generation === this.#generation;
    try {
      const task = this.#snapshot.task ?? (await this.api.getTask(this.taskId));
      if (!isCurrent()) return;
      this.#change({ task, lastSeenAt: Date.now(), error: undefined });
      this.#stream(task, isCurrent);
    } catch (error) {
      if (isCurrent()) this.#lost(error);
    }
  }

  #stream(task: ScaffolderTask, isCurrent: () => boolean) {
    const isTaskRecoverable =
      task.spec.EXPERIMENTAL_recovery?.EXPERIMENTAL_strategy === 'startOver';
    const last = this.#snapshot.events.at(-1)?.id;
    this.#subscription = this.api
      .streamLogs({ taskId: this.taskId, after: last, isTaskRecoverable })
      .subscribe({
        next: event => {
          if (isCurrent()) this.#receive(event);
        },
        error: error => {
          if (isCurrent()) this.#lost(error);
        },
        complete: () => {
          if (isCurrent()) this.#end();
        },
      });
    // A task that waits sends nothing: being connected is told before the first event.
    this.#change({ connection: { state: 'live' } });
  }

  #receive(event: LogEvent) {
    this.#failures = 0;
    const isNew = !this.#seen.has(event.id);
    if (isNew) this.#seen.add(event.id);
    this.#change({
      lastSeenAt: Date.now(),
      connection: { state: 'live' },
      ...(isNew ? { events: [...this.#snapshot.events, event] } : {}),
    });
    if (event.type === 'completion') this.#end();
  }

  #end() {
    this.pause();
    this.#change({ connection: { state: 'ended' } });
  }

  #lost(error: unknown) {
    this.#subscription = undefined;
    const status = statusOf(error);
    if (status === 404 || status === 403 || error instanceof NotFoundError) {
      this.#change({ connection: { state: 'ended' }, error: error as Error });
      return;
    }
    const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)];
    this.#failures += 1;
    const { connection } = this.#snapshot;
    this.#change({
      connection: {
        state: 'reconnecting',
        since:
          connection.state === 'reconnecting' ? connection.since : Date.now(),
        nextTryAt: Date.now() + wait,
        reason: (error as Error | undefined)?.message || 'no connection',
      },
    });
    this.#retry = setTimeout(() => void this.#connect(), wait);
  }

  #change(change: Partial<TaskSnapshot>) {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.#notify ??= setTimeout(() => {
      this.#notify = undefined;
      for (const listener of this.#listeners) listener();
    }, NOTIFY_MS);
  }
}
