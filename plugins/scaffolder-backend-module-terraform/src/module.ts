import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { stepGuardServiceRef } from '@portico/plugin-flows-node';
import { createTerraformApplyAction } from './actions/terraformApply';
import { CliExecutor } from './cli/CliExecutor';
import { readTerraformConfig } from './config/readTerraformConfig';
import { HcpExecutor } from './hcp/HcpExecutor';

/** Gives templates the action `terraform:apply`, configured under `terraform`. */
export const scaffolderModuleTerraform = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'terraform',
  register({ registerInit }) {
    registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        guard: stepGuardServiceRef,
      },
      async init({ scaffolder, config, guard }) {
        const { instances, cli, defaultExecutor } = readTerraformConfig(config);
        scaffolder.addActions(
          createTerraformApplyAction({
            executors: {
              hcp: new HcpExecutor({ instances }),
              cli: new CliExecutor({ settings: cli, environment: process.env }),
            },
            defaultExecutor,
            guard,
          }),
        );
      },
    });
  },
});
