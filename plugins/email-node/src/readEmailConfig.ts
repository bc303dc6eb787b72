import type { Config } from '@backstage/config';

/** The section `email` of the config. */
export interface EmailConfig {
  /** Sender, e.g. `Portico <portico@mini-org.example>`. */
  from: string;
  replyTo?: string;
  smtp: {
    host: string;
    port: number;
    secure: boolean;
    user?: string;
    password?: string;
  };
}

/** `undefined` where there is no section `email`. */
export function readEmailConfig(config: Config): EmailConfig | undefined {
  const email = config.getOptionalConfig('email');
  if (!email) return undefined;
  const smtp = email.getConfig('smtp');
  const secure = smtp.getOptionalBoolean('secure') ?? false;
  return {
    from: email.getString('from'),
    replyTo: email.getOptionalString('replyTo'),
    smtp: {
      host: smtp.getString('host'),
      port: smtp.getOptionalNumber('port') ?? (secure ? 465 : 587),
      secure,
      user: smtp.getOptionalString('user'),
      password: smtp.getOptionalString('password'),
    },
  };
}
