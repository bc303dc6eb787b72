import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  flowCleanupExtensionPoint,
  flowLedgerServiceRef,
  stepGuardServiceRef,
} from '@portico/plugin-flows-node';
import { createTerraformApplyAction } from './actions/terraformApply';
import { CliExecutor } from './cli/CliExecutor';
import { readTerraformConfig } from './config/readTerraformConfig';
import { HcpExecutor } from './hcp/HcpExecutor';
import { HcpInstances } from './hcp/HcpInstances';
import { createRunRemover } from './removal/runRemover';
import { createStateRemover } from './removal/stateRemover';
import { createWorkspaceRemover } from './removal/workspaceRemover';

/** Gives templates the action `terraform:apply`, configured under `terraform`, and takes back what it made. */
export const scaffolderModuleTerraform = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'terraform',
  register({ registerInit }) {
    registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        cleanup: flowCleanupExtensionPoint,
        config: coreServices.rootConfig,
        guard: stepGuardServiceRef,
        ledger: flowLedgerServiceRef,
      },
      async init({ scaffolder, cleanup, config, guard, ledger }) {
        const { instances, cli, defaultExecutor } = readTerraformConfig(config);
        const hcp = new HcpInstances(instances);
        const server = { settings: cli, environment: process.env };
        scaffolder.addActions(
          createTerraformApplyAction({
            executors: {
              hcp: new HcpExecutor(hcp),
              cli: new CliExecutor(server),
            },
            defaultExecutor,
            guard,
            ledger,
          }),
        );
        cleanup.addRemovers(
          createWorkspaceRemover(hcp),
          createRunRemover(hcp),
          createStateRemover(server),
        );
      },
    });
  },
});
