import { createTransport } from 'nodemailer';
import type { Kit } from '../../kit';
import type { LinkPurpose, OktaUser } from './directory';

const SUBJECTS: Record<LinkPurpose, string> = {
  welcome: 'Welcome to Okta: set up your account',
  reset_password: 'Account password reset',
};

const ASKS: Record<LinkPurpose, string> = {
  welcome:
    'Your organization uses Okta to manage your web applications. Set up your account with this link:',
  reset_password:
    'A password reset was requested for your account. Choose a new password with this link:',
};

/** Okta's mails to people, by the sandbox's own SMTP server; one that cannot be sent harms nothing. */
export class Mailer {
  readonly #kit: Kit;

  constructor(kit: Kit) {
    this.#kit = kit;
  }

  /** Sends a link in the background; a failure is a line on the standard error stream. */
  send(user: OktaUser, purpose: LinkPurpose, url: string): void {
    const { email, firstName } = user.profile;
    this.#kit.background(`Okta's mail to ${email}`, async () => {
      const transport = createTransport(
        `${this.#kit.urls.smtp}?ignoreTLS=true`,
      );
      try {
        await transport.sendMail({
          from: '"Okta (sandbox)" <noreply@okta.mini-org.example>',
          to: email,
          subject: SUBJECTS[purpose],
          text: `Hi ${firstName},\n\n${ASKS[purpose]}\n\n${url}\n\nThe link works once, within 7 days. This is the sandbox: nothing leaves this machine.\n`,
        });
      } catch (error) {
        process.stderr.write(
          `sandbox: okta: mail to ${email} was not sent: ${
            (error as Error).message
          }\n`,
        );
      } finally {
        transport.close();
      }
    });
  }
}
