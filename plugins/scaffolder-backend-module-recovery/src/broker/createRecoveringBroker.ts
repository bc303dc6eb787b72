import type {
  AuditorService,
  AuthService,
  DatabaseService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { TaskContext } from '@backstage/plugin-scaffolder-node';
import type { WorkspaceProvider } from '@backstage/plugin-scaffolder-node/alpha';
import type { Delegation } from '@portico/plugin-flows-node';
import type { SecretBox } from '../sealing/SecretBox';
import { fenceWorkers } from './fenceWorkers';
import { sealSecrets } from './SealedTaskStore';
import { loadStockBroker, type StockTaskBroker } from './stockBroker';

/**
 * The scaffolder's own broker with four differences: secrets are sealed in the database, a task's
 * initiator has credentials that do not end while it waits, a worker that lost its task stops, and open
 * tasks that another replica has no room for are looked for.
 */
export async function createRecoveringBroker(options: {
  database: DatabaseService;
  events: EventsService;
  logger: LoggerService;
  config: RootConfigService;
  auth: AuthService;
  auditor: AuditorService;
  workspaces: Record<string, WorkspaceProvider>;
  box: SecretBox;
  delegation: Delegation;
}): Promise<StockTaskBroker> {
  const { database, events, logger, config, auth, auditor } = options;
  const { DatabaseTaskStore, StorageTaskBroker } = loadStockBroker();
  const running = new Map<string, AbortController>();
  const store = await DatabaseTaskStore.create({
    database,
    events,
    recoverTasksEnabled: true,
  });
  fenceWorkers(sealSecrets(store, options.box), {
    knex: await database.getClient(),
    onLost: taskId => running.get(taskId)?.abort(),
  });

  class RecoveringBroker extends StorageTaskBroker {
    async registerCancellable(taskId: string, controller: AbortController) {
      running.set(taskId, controller);
      await super.registerCancellable(taskId, controller);
    }

    async claim(claimOptions?: { signal?: AbortSignal }) {
      const task = await super.claim(claimOptions);
      return withLastingCredentials(
        forgetWhenDone(task, running),
        options.delegation,
      );
    }

    async recoverTasks() {
      await super.recoverTasks();
      this.signalDispatch();
    }
  }
  return new RecoveringBroker(
    store,
    logger,
    config,
    auth,
    options.workspaces,
    auditor,
  );
}

function forgetWhenDone(
  task: TaskContext,
  running: Map<string, AbortController>,
): TaskContext {
  const complete = task.complete.bind(task);
  task.complete = async (...args) => {
    try {
      await complete(...args);
    } finally {
      if (task.taskId) running.delete(task.taskId);
    }
  };
  return task;
}

function withLastingCredentials(
  task: TaskContext,
  delegation: Delegation,
): TaskContext {
  const stored = task.getInitiatorCredentials.bind(task);
  task.getInitiatorCredentials = async () => delegation.renew(await stored());
  return task;
}
