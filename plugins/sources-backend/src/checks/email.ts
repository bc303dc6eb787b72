import { readEmailConfig, SmtpEmailSender } from '@portico/plugin-email-node';
import type { Vendor } from '../Source';

const configKey = 'email.smtp';
const usedFor = 'Welcome mails, reminders of approvals.';

/** The mail server: a greeting and, where there is a user, a sign-in; nothing is sent. */
export const email: Vendor = {
  kind: 'email',
  title: 'Mail server',
  usedFor,
  configKey,
  read(config) {
    const settings = readEmailConfig(config);
    if (!settings) return [];
    const { host, port, user } = settings.smtp;
    const sender = new SmtpEmailSender(settings);
    return [
      {
        id: 'email',
        kind: 'email',
        title: 'Mail server',
        instance: `${host}:${port}`,
        usedFor,
        configKey,
        async check(signal) {
          const begun = performance.now();
          try {
            await sender.verify(signal);
            return {
              reachable: true,
              latencyMs: Math.round(performance.now() - begun),
              answeredAs: 'SMTP',
              token: { state: user ? 'valid' : 'none' },
            };
          } catch (error) {
            signal.throwIfAborted();
            const { name, message } = error as Error;
            const isRefused = name === 'AuthenticationError';
            return {
              reachable: isRefused,
              token: {
                state: isRefused ? 'refused' : (user && 'unknown') || 'none',
              },
              message,
            };
          }
        },
      },
    ];
  },
};
