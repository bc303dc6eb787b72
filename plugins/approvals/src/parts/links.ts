import { useRouteRef } from '@backstage/frontend-plugin-api';
import { approvalRouteRef, rootRouteRef, taskRouteRef } from '../routes';

/** Paths to the plugin's own pages and to a task. */
export function useLinks() {
  const root = useRouteRef(rootRouteRef);
  const approval = useRouteRef(approvalRouteRef);
  const task = useRouteRef(taskRouteRef);
  return {
    inbox: (view?: 'mine' | 'asked' | 'all') =>
      `${root?.() ?? '/approvals'}${view ? `?view=${view}` : ''}`,
    approval: (id: string) => approval?.({ id }) ?? `/approvals/${id}`,
    /** Undefined where no page shows tasks. */
    task: (taskId: string) => task?.({ taskId }),
  };
}
