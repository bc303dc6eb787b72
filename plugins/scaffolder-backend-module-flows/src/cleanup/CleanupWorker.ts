import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { DatabaseFlowLedger } from '@portico/plugin-flows-node';
import { setTimeout as pause } from 'node:timers/promises';
import type { CleanupStore, Lease } from './CleanupStore';
import { cleanUpTask } from './cleanUpTask';
import { nextAttempt } from './nextAttempt';
import type { RemoverRegistry } from './RemoverRegistry';

/** How busy and how patient the worker is; tests change it. */
export interface Pace {
  /** Pause between two looks for tasks that ended. */
  pollMs: number;
  heartbeatMs: number;
  /** How long a request that was under way when the task ended may still take effect. */
  settleMs: number;
  /** Clean-ups at a time, on this replica. */
  slots: number;
}

const PACE: Pace = {
  pollMs: 1_000,
  heartbeatMs: 5_000,
  settleMs: 10_000,
  slots: 20,
};

/** Cleans up after tasks that failed or were cancelled, each on one replica at a time. */
export class CleanupWorker {
  readonly #options: {
    store: CleanupStore;
    ledger: DatabaseFlowLedger;
    removers: RemoverRegistry;
    auditor: AuditorService;
    logger: LoggerService;
  };
  readonly #pace: Pace;
  readonly #stopping = new AbortController();
  readonly #passes = new Set<Promise<void>>();
  #loop?: Promise<void>;

  constructor(
    options: {
      store: CleanupStore;
      ledger: DatabaseFlowLedger;
      removers: RemoverRegistry;
      auditor: AuditorService;
      logger: LoggerService;
    },
    pace: Partial<Pace> = {},
  ) {
    this.#options = options;
    this.#pace = { ...PACE, ...pace };
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** Ends after the things that are being removed right now are left; the next start goes on with them. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('The backend stops.'));
    await this.#loop;
    await Promise.all(this.#passes);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    const { logger } = this.#options;
    let problem = '';
    while (!signal.aborted) {
      try {
        await this.#look();
        problem = '';
      } catch (error) {
        // The database may be away for a while; it is said once.
        const text = stringifyError(error);
        if (text !== problem) logger.error(`Clean-up cannot look: ${text}`);
        problem = text;
      }
      await pause(this.#pace.pollMs, undefined, { signal }).catch(() => {});
    }
  }

  async #look(): Promise<void> {
    const { store } = this.#options;
    await store.begin(new Date());
    const free = this.#pace.slots - this.#passes.size;
    if (free <= 0) return;
    for (const lease of await store.claim(new Date(), free)) {
      const pass = this.#pass(lease).finally(() => this.#passes.delete(pass));
      this.#passes.add(pass);
    }
  }

  /** One try to remove all that a task made. */
  async #pass(lease: Lease): Promise<void> {
    const { store, logger, ...rest } = this.#options;
    const { taskId, startedAt, attempt } = lease;
    const lost = new AbortController();
    const beating = setInterval(() => {
      store.beat(lease).catch(error => lost.abort(error));
    }, this.#pace.heartbeatMs);
    const signal = AbortSignal.any([this.#stopping.signal, lost.signal]);
    try {
      await store.beat(lease);
      const left = await cleanUpTask({
        ...rest,
        taskId,
        logger,
        signal,
        settledAt: new Date(startedAt.getTime() + this.#pace.settleMs),
      });
      const now = new Date();
      const next =
        left > 0 ? nextAttempt({ attempt, startedAt, now }) : undefined;
      if (next) {
        await store.end(lease, { state: 'pending', nextAttemptAt: next });
      } else {
        await store.end(lease, { state: left > 0 ? 'incomplete' : 'done' });
      }
      logger.info(
        `Clean-up of task ${taskId}: ${
          left > 0
            ? `${left} left, next try ${next?.toISOString() ?? 'by hand'}`
            : 'done'
        }`,
      );
    } catch (error) {
      logger.warn(
        `Clean-up of task ${taskId} was interrupted: ${stringifyError(error)}`,
      );
      // Whoever looks next goes on with it; on a lost database, once the heartbeat is stale.
      await store
        .end(lease, { state: 'pending', nextAttemptAt: new Date() })
        .catch(failure => logger.warn(stringifyError(failure)));
    } finally {
      clearInterval(beating);
    }
  }
}
