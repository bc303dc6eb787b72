import type { Kit } from '../../../kit';
import type { Rendered } from '../render/Renderer';
import type {
  Application,
  Operation,
  OperationState,
  ResourceResult,
} from '../types';
import type { ArgocdState } from './ArgocdState';
import { revisionsOf } from './revisions';

const HISTORY_LIMIT = 10;

/** Writes down in applications how their operations go, and what was deployed. */
export class OperationLog {
  readonly #kit: Kit;
  readonly #state: ArgocdState;

  constructor(kit: Kit, state: ArgocdState) {
    this.#kit = kit;
    this.#state = state;
  }

  begin(
    application: Application,
    operation: Operation,
    startedAt = this.#kit.clock.timestamp(),
  ): Application {
    return this.#put(application, {
      operation,
      phase: 'Running',
      message: '',
      startedAt,
    });
  }

  /** What a running operation has done so far. */
  note(
    application: Application,
    rendered: Rendered,
    resources: ResourceResult[],
  ): Application {
    return this.#put(application, {
      ...application.status.operationState!,
      syncResult: {
        ...revisionsOf(application, rendered),
        ...deployedSources(application),
        resources,
      },
    });
  }

  terminating(application: Application): Application {
    return this.#put(application, {
      ...application.status.operationState!,
      phase: 'Terminating',
      message: 'operation is terminating.',
    });
  }

  /** Ends an operation without success; says so in the application's conditions. */
  fail(
    application: Application,
    phase: 'Failed' | 'Error',
    message: string,
    finishedAt = this.#kit.clock.timestamp(),
  ): Application {
    const state = application.status.operationState!;
    const revision =
      state.syncResult?.revision ?? state.operation.sync.revision ?? '';
    return this.#put(
      application,
      { ...state, phase, message, finishedAt },
      {
        conditions: [
          ...conditionsBut(application),
          {
            type: 'SyncError',
            message: `Failed last sync attempt to ${revision}: ${message}`,
            lastTransitionTime: finishedAt,
          },
        ],
      },
    );
  }

  /** Ends an operation well. Only a whole sync counts as a deployment, neither a dry run nor that of some resources. */
  succeed(
    application: Application,
    rendered: Rendered,
    finishedAt = this.#kit.clock.timestamp(),
  ): Application {
    const { history = [] } = application.status;
    const state = application.status.operationState!;
    const { operation, startedAt } = state;
    const { dryRun, resources } = operation.sync;
    const isDeployment = !dryRun && !resources?.length;
    const entry = {
      id: (history.at(-1)?.id ?? -1) + 1,
      ...revisionsOf(application, rendered),
      ...deployedSources(application),
      deployStartedAt: startedAt,
      deployedAt: finishedAt,
      initiatedBy: operation.initiatedBy,
    };
    const limit = application.spec.revisionHistoryLimit ?? HISTORY_LIMIT;
    return this.#put(
      application,
      {
        ...state,
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        finishedAt,
      },
      {
        conditions: conditionsBut(application),
        history: isDeployment
          ? [...history, entry].slice(Math.max(0, history.length + 1 - limit))
          : history,
      },
    );
  }

  #put(
    application: Application,
    operationState: OperationState,
    change: Partial<Application['status']> = {},
  ): Application {
    return this.#state.save({
      ...application,
      status: { ...application.status, ...change, operationState },
    });
  }
}

function conditionsBut({ status }: Application) {
  return (status.conditions ?? []).filter(one => one.type !== 'SyncError');
}

/** The sources of the running operation: those of a past deployment in a rollback, else the application's own. */
function deployedSources({ spec, status }: Application) {
  const { source, sources } = status.operationState?.operation.sync ?? {};
  return source || sources
    ? { source, sources }
    : { source: spec.source, sources: spec.sources };
}
