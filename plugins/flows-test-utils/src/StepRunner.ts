import { mockServices } from '@backstage/backend-test-utils';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { Remover, StepGuard } from '@portico/plugin-flows-node';
import {
  createTestGuard,
  MemoryFlowLedger,
} from '@portico/plugin-flows-node/testUtils';

/** What became of one run of an action. */
export interface StepResult {
  error?: Error;
  log: string[];
  // Outputs are whatever the action gives; tests compare them.
  outputs: Record<string, unknown>;
}

/** Runs actions as the scaffolder does, with checkpoints and a ledger that outlive a run. */
export class StepRunner {
  readonly ledger = new MemoryFlowLedger();
  readonly #checkpoints = new Map<string, JsonValue | void>();
  /** Whether whoever starts tasks may do what the action does. */
  allow = true;

  /** Asks `allow` each time anew. */
  readonly guard: StepGuard = {
    ...createTestGuard(),
    permissions: {
      authorize: (...query) => this.#permissions.authorize(...query),
      authorizeConditional: (...query) =>
        this.#permissions.authorizeConditional(...query),
    },
  };

  get #permissions() {
    return createTestGuard({ allow: this.allow }).permissions;
  }

  /** What the ledger says of a task, e.g. `made Okta user nina.berg@mini-org.example`. */
  async lines(taskId: string): Promise<string[]> {
    const rows = await this.ledger.list(taskId);
    return rows.map(({ outcome, kind, name }) => `${outcome} ${kind} ${name}`);
  }

  /** Forgets checkpoints, as if the process had died before it could write them. */
  forgetCheckpoints(): void {
    this.#checkpoints.clear();
  }

  async run<I extends JsonObject, O extends JsonObject>(
    action: TemplateAction<I, O>,
    input: I,
    options: {
      taskId?: string;
      isDryRun?: boolean;
      signal?: AbortSignal;
    } = {},
  ): Promise<StepResult> {
    const { taskId = 'task-1', isDryRun, signal } = options;
    const log: string[] = [];
    const outputs: Record<string, unknown> = {};
    const write = (message: string) => {
      log.push(message);
    };
    const logger = mockServices.logger.mock({ info: write, warn: write });
    const checkpoints = this.#checkpoints;
    const error: Error | undefined = await action
      .handler({
        ...createMockActionContext<I, O>({ input }),
        logger,
        isDryRun,
        signal,
        task: { id: taskId },
        step: { id: action.id.replaceAll(':', '-'), name: action.id },
        async checkpoint<T extends JsonValue | void>(checkpoint: {
          key: string;
          fn: () => Promise<T> | T;
        }) {
          const key = `${taskId} ${action.id} ${checkpoint.key}`;
          if (!checkpoints.has(key)) {
            checkpoints.set(key, await checkpoint.fn());
          }
          return checkpoints.get(key) as T;
        },
        output: (name, value) => {
          outputs[String(name)] = value;
        },
      })
      .then(
        () => undefined,
        e => e,
      );
    return { error, log, outputs };
  }

  /** Takes back what a task made, newest first, as the clean-up does. */
  async cleanUp(taskId: string, removers: Remover[]): Promise<string[]> {
    const done: string[] = [];
    const logger = mockServices.logger.mock();
    const { signal } = new AbortController();
    for (const row of [...(await this.ledger.list(taskId))].reverse()) {
      const remover = removers.find(({ id }) => id === row.remover);
      if (!remover || !['making', 'made'].includes(row.outcome)) continue;
      const outcome = await remover.remove(row, { logger, signal });
      done.push(`${outcome} ${row.kind} ${row.name}`);
    }
    return done;
  }
}
