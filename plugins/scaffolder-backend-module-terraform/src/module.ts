import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { approvalsClientServiceRef } from '@portico/plugin-approvals-node';
import {
  flowCleanupExtensionPoint,
  flowLedgerServiceRef,
  stepGuardServiceRef,
} from '@portico/plugin-flows-node';
import { createTerraformApplyAction } from './actions/terraformApply';
import { CliExecutor } from './cli/CliExecutor';
import { readTerraformConfig } from './config/readTerraformConfig';
import { PriceListCosts } from './cost/PriceListCosts';
import { HcpExecutor } from './hcp/HcpExecutor';
import { HcpInstances } from './hcp/HcpInstances';
import { createTerraformDestroyAction } from './destroy/terraformDestroy';
import { createTerraformPlanAction } from './plan/terraformPlan';
import { createRunRemover } from './removal/runRemover';
import { createStateRemover } from './removal/stateRemover';
import { createWorkspaceRemover } from './removal/workspaceRemover';

/** Gives templates the actions `terraform:plan`, `terraform:apply` and `terraform:destroy`, configured under `terraform`, and takes back what it made. */
export const scaffolderModuleTerraform = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'terraform',
  register({ registerInit }) {
    registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        approvals: approvalsClientServiceRef,
        auth: coreServices.auth,
        cleanup: flowCleanupExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        guard: stepGuardServiceRef,
        ledger: flowLedgerServiceRef,
      },
      async init({ scaffolder, approvals, cleanup, config, ...deps }) {
        const { auth, discovery, guard, ledger } = deps;
        const { instances, cli, defaultExecutor, destroyApprovers } =
          readTerraformConfig(config);
        const hcp = new HcpInstances(instances);
        const server = { settings: cli, environment: process.env };
        const options = {
          executors: {
            hcp: new HcpExecutor(hcp),
            cli: new CliExecutor(server),
          },
          defaultExecutor,
          guard,
          ledger,
          approvals,
          costs: new PriceListCosts({ auth, discovery }),
        };
        scaffolder.addActions(
          createTerraformApplyAction(options),
          createTerraformPlanAction(options),
          createTerraformDestroyAction({ ...options, destroyApprovers }),
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
