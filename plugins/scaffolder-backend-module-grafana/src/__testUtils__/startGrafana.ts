import { createMockDirectory } from '@backstage/backend-test-utils';
import { SandboxDriver, StepRunner } from '@portico/plugin-flows-test-utils';
import { GrafanaInstances } from '@portico/plugin-grafana-node';
import { createSandbox } from '@portico/sandbox';
import { createDeleteDashboardAction } from '../actions/deleteDashboard';
import { createEnsureDashboardAction } from '../actions/ensureDashboard';
import { createDashboardRemover } from '../dashboard/dashboardRemover';
import { createFolderRemover } from '../folder/folderRemover';

/** Starts the sandbox's Grafana for a suite of tests, and gives the actions and a client of it. */
export function startGrafana() {
  const folder = createMockDirectory();
  const sandbox = new SandboxDriver(() =>
    createSandbox({
      dataDir: folder.resolve('sandbox'),
      ports: 'free',
      pace: 0.02,
      only: ['control', 'grafana'],
    }),
  );
  return Object.assign(sandbox, {
    /** A scaffolder of its own, with the actions. */
    scaffolder(options: { configured?: boolean; token?: string } = {}) {
      const { configured = true, token = 'grafana-sandbox-token' } = options;
      const url = sandbox.url('grafana');
      const instance = { name: 'mini-org', url, externalUrl: url, token };
      const instances = new GrafanaInstances(
        configured ? [{ ...instance, alertmanager: 'grafana' }] : [],
        { patience: { retryDelayMs: 1 } },
      );
      const runner = new StepRunner();
      const { guard, ledger } = runner;
      const used = { instances, guard, ledger };
      return {
        runner,
        ensure: createEnsureDashboardAction(used),
        remove: createDeleteDashboardAction(used),
        client: instances.clients()[0],
        cleanUp: (taskId: string) =>
          runner.cleanUp(taskId, [
            createDashboardRemover(instances),
            createFolderRemover(instances),
          ]),
      };
    },
  });
}
