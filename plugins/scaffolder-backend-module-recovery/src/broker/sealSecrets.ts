import type {
  SerializedTask,
  TaskSecrets,
} from '@backstage/plugin-scaffolder-node';
import type { SecretBox } from '../sealing/SecretBox';
import type { StockTaskStore } from './stockBroker';

/** Name under which the sealed secrets of a task stand in the database. */
const SEALED = 'sealed';

/**
 * Changes the scaffolder's task store so that the secrets of a task are in the database only sealed,
 * from its creation to its end.
 */
export function sealSecrets<T extends StockTaskStore>(
  store: T,
  box: SecretBox,
): T {
  const seal = (secrets?: TaskSecrets): TaskSecrets | undefined =>
    secrets && { [SEALED]: box.seal(JSON.stringify(secrets)) };
  const open = (secrets?: TaskSecrets): TaskSecrets | undefined =>
    secrets?.[SEALED] ? JSON.parse(box.open(secrets[SEALED])) : secrets;
  const opened = (task: SerializedTask): SerializedTask => ({
    ...task,
    secrets: open(task.secrets),
  });

  const { createTask, retryTask, claimTask, getTask } = store;
  store.createTask = options =>
    createTask.call(store, { ...options, secrets: seal(options.secrets) });
  store.retryTask = options =>
    retryTask.call(store, { ...options, secrets: seal(options.secrets) });
  store.getTask = async taskId => opened(await getTask.call(store, taskId));
  store.claimTask = async () => {
    const task = await claimTask.call(store);
    return task && opened(task);
  };
  return store;
}
