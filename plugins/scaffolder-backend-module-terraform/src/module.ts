import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
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
        permissions: coreServices.permissions,
        auditor: coreServices.auditor,
      },
      async init({ scaffolder, config, permissions, auditor }) {
        const { instances, cli, defaultExecutor } = readTerraformConfig(config);
        scaffolder.addActions(
          createTerraformApplyAction({
            executors: {
              hcp: new HcpExecutor({ instances }),
              cli: new CliExecutor({ settings: cli, environment: process.env }),
            },
            defaultExecutor,
            guard: { permissions, auditor },
          }),
        );
      },
    });
  },
});
