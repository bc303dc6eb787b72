import {
  toastApiRef,
  useAnalytics,
  useApi,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  scaffolderApiRef,
  type ScaffolderTask,
} from '@backstage/plugin-scaffolder-react';
import { cleanupRunPermission } from '@portico/plugin-flows-common';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { flowsApiRef } from '../../api/flowsApiRef';
import { selectedTemplateRouteRef } from '../../routes';

/** What the viewer may do with a task; a function is missing where they may not or it makes no sense. */
export interface TaskActions {
  /** Opens the form with the same values. */
  startOver?: () => void;
  cancel?: () => Promise<void>;
  /** Runs the task again, on from the steps that are complete. */
  retry?: () => Promise<void>;
  /** Tries at once to remove what clean-up could not. */
  cleanUp?: () => Promise<void>;
  /** Whether a request is on its way. */
  busy: boolean;
}

/** The actions on a task, with the scaffolder's permissions respected. */
export function useTaskActions(options: {
  taskId: string;
  task: ScaffolderTask | undefined;
  onRetried(): void;
  onCleanup(): void;
}): TaskActions {
  const { taskId, task, onRetried, onCleanup } = options;
  const flowsApi = useApi(flowsApiRef);
  const scaffolderApi = useApi(scaffolderApiRef);
  const toastApi = useApi(toastApiRef);
  const analytics = useAnalytics();
  const navigate = useNavigate();
  const templateLink = useRouteRef(selectedTemplateRouteRef);
  const [busy, setBusy] = useState(false);
  const resourceRef = taskId;
  const mayCancel = usePermission({
    permission: taskCancelPermission,
    resourceRef,
  });
  const mayRead = usePermission({
    permission: taskReadPermission,
    resourceRef,
  });
  const mayCreate = usePermission({ permission: taskCreatePermission });
  const mayCleanUp = usePermission({ permission: cleanupRunPermission });

  const send = useCallback(
    async (name: string, work: () => Promise<unknown>) => {
      setBusy(true);
      try {
        await work();
        analytics.captureEvent('click', name);
      } catch (error) {
        toastApi.post({
          title: `${name} was refused`,
          description: (error as Error).message,
          status: 'danger',
        });
      } finally {
        setBusy(false);
      }
    },
    [analytics, toastApi],
  );

  const metadata = task?.spec.templateInfo?.entity?.metadata;
  const mayRun = mayRead.allowed && mayCreate.allowed;
  return {
    busy,
    startOver:
      mayRun && metadata && templateLink
        ? () => {
            const path = templateLink({
              namespace: metadata.namespace ?? 'default',
              templateName: metadata.name,
            });
            const formData = JSON.stringify(task?.spec.parameters ?? {});
            navigate(`${path}?${new URLSearchParams({ formData })}`);
          }
        : undefined,
    cancel: mayCancel.allowed
      ? () => send('Cancelling', () => scaffolderApi.cancelTask(taskId))
      : undefined,
    cleanUp: mayCleanUp.allowed
      ? () =>
          send('Running the clean-up again', async () => {
            await flowsApi.runCleanup(taskId);
            onCleanup();
          })
      : undefined,
    retry: mayRun
      ? () =>
          send('Trying again', async () => {
            await scaffolderApi.retry(taskId);
            onRetried();
          })
      : undefined,
  };
}
