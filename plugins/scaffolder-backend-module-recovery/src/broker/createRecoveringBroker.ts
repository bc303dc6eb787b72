import type {
  AuditorService,
  AuthService,
  DatabaseService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { WorkspaceProvider } from '@backstage/plugin-scaffolder-node/alpha';
import {
  TaskTakenOverError,
  type Delegation,
} from '@portico/plugin-flows-node';
import type { SecretBox } from '../sealing/SecretBox';
import { Claim } from './Claim';
import { keepChangedFiles } from '../workspaces/keepChangedFiles';
import { fenceTask } from './fenceTask';
import { sealSecrets } from './sealSecrets';
import {
  loadStockBroker,
  type StockTaskBroker,
  type StockTaskContext,
} from './stockBroker';

/**
 * The scaffolder's own broker with four differences: secrets are sealed in the database, a task's
 * initiator has credentials that do not end while it waits, a run that lost its task stops, and open
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
  const knex = await database.getClient();
  const store = sealSecrets(
    await DatabaseTaskStore.create({
      database,
      events,
      recoverTasksEnabled: true,
    }),
    options.box,
  );

  class RecoveringBroker extends StorageTaskBroker {
    readonly #claims = new Map<string, Claim>();

    /** Called by `claim` once the task is this broker's, and before it is handed out. */
    async registerCancellable(taskId: string, controller: AbortController) {
      const earlier = this.#claims.get(taskId);
      const claim = await Claim.take({ knex, taskId, controller });
      // Two runs in one process would share the task's folder.
      earlier?.lose();
      await earlier?.ended;
      this.#claims.set(taskId, claim);
      claim.ended.then(() => {
        if (this.#claims.get(taskId) === claim) this.#claims.delete(taskId);
      });
      await super.registerCancellable(taskId, controller);
    }

    async claim(claimOptions?: { signal?: AbortSignal }) {
      const task = await super.claim(claimOptions);
      const claim = this.#claims.get(task.taskId!)!;
      return withLastingCredentials(
        fenceTask(keepChangedFiles(task), claim, store),
        options.delegation,
      );
    }

    async recoverTasks() {
      await this.#beat();
      await super.recoverTasks();
      this.signalDispatch();
    }

    /** A process that stood still must not take its own tasks for abandoned. */
    async #beat() {
      for (const claim of this.#claims.values()) {
        await claim.beat(store).catch(error => {
          if (!(error instanceof TaskTakenOverError)) throw error;
        });
      }
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

function withLastingCredentials(
  task: StockTaskContext,
  delegation: Delegation,
): StockTaskContext {
  const stored = task.getInitiatorCredentials.bind(task);
  task.getInitiatorCredentials = async () => delegation.renew(await stored());
  return task;
}
