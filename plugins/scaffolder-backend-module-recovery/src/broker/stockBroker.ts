import {
  resolvePackagePath,
  type AuditorService,
  type AuthService,
  type DatabaseService,
  type LoggerService,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type {
  SerializedTask,
  TaskBroker,
  TaskContext,
  TaskSecrets,
} from '@backstage/plugin-scaffolder-node';
import type { WorkspaceProvider } from '@backstage/plugin-scaffolder-node/alpha';
import type { JsonObject } from '@backstage/types';

/** What a running task asks of the scaffolder's own task store. */
export interface StorageOfTask {
  getTaskState(options: {
    taskId: string;
  }): Promise<{ state: JsonObject } | undefined>;
  heartbeatTask(taskId: string): Promise<void>;
  saveTaskState(options: { taskId: string; state?: JsonObject }): Promise<void>;
  emitLogEvent(options: { taskId: string; body: JsonObject }): Promise<void>;
  completeTask(options: {
    taskId: string;
    status: string;
    eventBody: JsonObject;
  }): Promise<void>;
}

/** What of the scaffolder's own task store is overridden here. */
export interface StockTaskStore extends StorageOfTask {
  createTask(options: {
    spec: unknown;
    createdBy?: string;
    secrets?: TaskSecrets;
  }): Promise<{ taskId: string }>;
  claimTask(): Promise<SerializedTask | undefined>;
  getTask(taskId: string): Promise<SerializedTask>;
  retryTask(options: { secrets?: TaskSecrets; taskId: string }): Promise<void>;
}

/** A claimed task, with the store that it speaks to. */
export interface StockTaskContext extends TaskContext {
  storage: StorageOfTask;
}

/** What of the scaffolder's own broker is overridden here. */
export interface StockTaskBroker extends TaskBroker {
  signalDispatch(): void;
  recoverTasks(): Promise<void>;
  registerCancellable(
    taskId: string,
    abortController: AbortController,
  ): Promise<void>;
  claim(options?: { signal?: AbortSignal }): Promise<StockTaskContext>;
}

interface StockModules {
  DatabaseTaskStore: {
    create(options: {
      database: DatabaseService;
      events?: EventsService;
      recoverTasksEnabled: boolean;
    }): Promise<StockTaskStore>;
  };
  StorageTaskBroker: new (
    storage: StockTaskStore,
    logger: LoggerService,
    config: RootConfigService,
    auth: AuthService,
    workspaceProviders: Record<string, WorkspaceProvider>,
    auditor: AuditorService,
  ) => StockTaskBroker;
}

/**
 * The scaffolder's own store and broker. The package does not export them, and rewriting their 700 lines
 * would be worse than reaching in: docs/decisions has the choice, and `recovery.test.ts` fails
 * when an upgrade moves them.
 */
export function loadStockBroker(): StockModules {
  const load = (name: string) => {
    const file = resolvePackagePath(
      '@backstage/plugin-scaffolder-backend',
      `dist/scaffolder/tasks/${name}.cjs.js`,
    );
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return require(file)[name];
  };
  return {
    DatabaseTaskStore: load('DatabaseTaskStore'),
    StorageTaskBroker: load('StorageTaskBroker'),
  };
}
