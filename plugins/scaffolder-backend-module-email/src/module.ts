import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { emailSenderServiceRef } from '@portico/plugin-email-node';
import {
  flowLedgerServiceRef,
  stepGuardServiceRef,
} from '@portico/plugin-flows-node';
import { createEmailSendAction } from './actions/send';

/** Gives templates the action `email:send`, through the mail server under `email`. */
export const scaffolderModuleEmail = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'email',
  register({ registerInit }) {
    registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        email: emailSenderServiceRef,
        guard: stepGuardServiceRef,
        ledger: flowLedgerServiceRef,
      },
      async init({ scaffolder, ...options }) {
        scaffolder.addActions(createEmailSendAction(options));
      },
    });
  },
});
