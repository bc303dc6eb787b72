import { InputError } from '@backstage/errors';
import type { EmailSender, SentEmail } from './EmailSender';

/** Stands where there is no section `email`: says what to configure instead of losing mails. */
export class UnconfiguredEmailSender implements EmailSender {
  readonly isConfigured = false;

  async send(): Promise<SentEmail> {
    throw new InputError(
      'No mail server is configured. Add email.from and email.smtp.host to app-config.yaml.',
    );
  }
}
