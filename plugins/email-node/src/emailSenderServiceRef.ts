import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { EmailSender } from './EmailSender';
import { readEmailConfig } from './readEmailConfig';
import { SmtpEmailSender } from './smtp/SmtpEmailSender';
import { UnconfiguredEmailSender } from './UnconfiguredEmailSender';

/** Sends mail as the section `email` of the config says. */
export const emailSenderServiceRef = createServiceRef<EmailSender>({
  id: 'portico.email-sender',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) => {
        const email = readEmailConfig(config);
        return email
          ? new SmtpEmailSender(email)
          : new UnconfiguredEmailSender();
      },
    }),
});
