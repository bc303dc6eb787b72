import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  CleanupState,
  NameAvailability,
  TaskLedger,
} from '@portico/plugin-flows-common';

/** What the forms and the task page ask of the flows backend and of the scaffolder. */
export interface FlowsApi {
  /**
   * Where a service name is already used.
   * @throws ResponseError if the name is malformed (400) or the backend fails
   */
  checkName(
    name: string,
    options?: { signal?: AbortSignal },
  ): Promise<NameAvailability>;

  /**
   * What a task has made, found and removed.
   * @throws ResponseError if there is no such task (404) or the viewer may not see it (403)
   */
  getLedger(
    taskId: string,
    options?: { signal?: AbortSignal },
  ): Promise<TaskLedger>;

  /**
   * Lets the clean-up of a task be tried at once.
   * @throws ResponseError if the viewer may not (403) or there is nothing to clean up (409)
   */
  runCleanup(taskId: string): Promise<CleanupState>;
}

/** Client of the flows backend. */
export const flowsApiRef = createApiRef<FlowsApi>().with({
  id: 'plugin.flows.client',
  pluginId: 'flows',
});
