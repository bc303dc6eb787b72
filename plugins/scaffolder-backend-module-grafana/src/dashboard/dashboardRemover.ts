import type { GrafanaInstances } from '@portico/plugin-grafana-node';
import type { LedgerThing, Remover } from '@portico/plugin-flows-node';
import { orUndefined } from '../orUndefined';
import { madeByTask } from './ownershipMark';

const ID = 'grafana:dashboard';

type DashboardRemoval = { instance: string; uid: string };

/** Names the remover for the ledger. */
export function dashboardRemoval(
  params: DashboardRemoval,
): LedgerThing['remover'] {
  return { id: ID, params };
}

/** `grafana:dashboard`: deletes the dashboard that carries the task's mark. */
export function createDashboardRemover(instances: GrafanaInstances): Remover {
  return {
    id: ID,
    async remove({ taskId, params }, { signal }) {
      const { instance, uid } = params as DashboardRemoval;
      const client = instances.client(instance);
      const found = await orUndefined(client.dashboard(uid, { signal }));
      if (!found) return 'absent';
      if (!madeByTask(found.spec, { taskId })) return 'foreign';
      await orUndefined(client.content.deleteDashboard(uid, { signal }));
      return 'removed';
    },
  };
}
