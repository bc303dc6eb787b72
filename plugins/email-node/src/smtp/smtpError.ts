import {
  AuthenticationError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';

/** What nodemailer's errors carry: https://nodemailer.com/smtp#error-codes */
export type SmtpFailure = Error & {
  /** e.g. `ECONNECTION`, `EAUTH`, `EENVELOPE`. */
  code?: string;
  /** SMTP reply, e.g. 450. */
  responseCode?: number;
  /** What the server said. */
  response?: string;
};

/** Whether the same mail may go through a little later: RFC 5321 calls 4xx transient, 5xx permanent. */
export function isTransient({ responseCode, code }: SmtpFailure): boolean {
  if (code === 'ETLS') return false;
  if (responseCode !== undefined) {
    return responseCode >= 400 && responseCode < 500;
  }
  return !['EAUTH', 'EENVELOPE', 'EMESSAGE'].includes(code ?? '');
}

/** Says which server refused what, and what to do. Never holds the password or the mail's body. */
export function smtpError(
  failure: SmtpFailure,
  context: { server: string; to: string[] },
): Error {
  const { server } = context;
  const to = context.to.join(', ');
  const reason = (failure.response ?? failure.message).replace(/[.\s]+$/, '');
  const { responseCode, code } = failure;
  if (code === 'EAUTH' || responseCode === 535 || responseCode === 530) {
    return new AuthenticationError(
      `The mail server ${server} refused Portico: ${reason}. Check email.smtp.user and email.smtp.password.`,
    );
  }
  if (code === 'ETLS') {
    return new InputError(
      `The mail server ${server} offers no STARTTLS, and Portico sends no password in clear: ${reason}. Set email.smtp.secure and the port for TLS, or take email.smtp.user away.`,
    );
  }
  const whatTo = to ? `the mail to ${to}` : 'a greeting';
  if (responseCode === undefined) {
    return new ServiceUnavailableError(
      `The mail server ${server} did not take ${whatTo}: ${reason}. Check that it is up and that email.smtp is right.`,
    );
  }
  const what = `The mail server ${server} answered ${responseCode} to ${whatTo}: ${reason}.`;
  return responseCode < 500
    ? new ServiceUnavailableError(`${what} Try again later.`)
    : new InputError(
        `${what} Check the address, and that ${server} takes mails from email.from.`,
      );
}
