import { InputError } from '@backstage/errors';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { createTransport } from 'nodemailer';
import type { EmailMessage, EmailSender, SentEmail } from '../EmailSender';
import type { EmailConfig } from '../readEmailConfig';
import { messageIdOf } from './messageIdOf';
import { isTransient, smtpError, type SmtpFailure } from './smtpError';

const CONNECTION_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 20_000;
const RETRIES = 4;

/** Sends through the SMTP server of the config, each mail over a connection of its own. */
export class SmtpEmailSender implements EmailSender {
  readonly isConfigured = true;
  readonly #config: EmailConfig;
  readonly #timing: { retryDelayMs: number; silenceMs: number };

  constructor(
    config: EmailConfig,
    options: {
      /** Pause before the second attempt, doubled with each; 1,000 if absent. */
      retryDelayMs?: number;
      /** How long the server may say nothing; 20,000 if absent. */
      silenceMs?: number;
    } = {},
  ) {
    this.#config = config;
    this.#timing = {
      retryDelayMs: options.retryDelayMs ?? 1_000,
      silenceMs: options.silenceMs ?? SILENCE_TIMEOUT_MS,
    };
  }

  async send(message: EmailMessage): Promise<SentEmail> {
    const { from, smtp } = this.#config;
    const to = [message.to].flat();
    const bad = to.find(address => !/^[^\s@<>,]+@[^\s@<>,]+$/.test(address));
    if (bad !== undefined || to.length === 0) {
      throw new InputError(`'${bad ?? ''}' is not an e-mail address.`);
    }
    const messageId = messageIdOf(message.messageId, from);
    const policy = retry(
      handleWhen(error => isTransient(error as SmtpFailure)),
      {
        maxAttempts: RETRIES,
        backoff: new ExponentialBackoff({
          initialDelay: this.#timing.retryDelayMs,
          maxDelay: 15_000,
        }),
      },
    );
    try {
      const accepted = await policy.execute(
        () => this.#attempt({ ...message, to, messageId }),
        message.signal,
      );
      return { messageId, accepted };
    } catch (error) {
      message.signal?.throwIfAborted();
      const server = `${smtp.host}:${smtp.port}`;
      throw smtpError(error as SmtpFailure, { server, to });
    }
  }

  /**
   * Greets the server, and signs in where there is a user; sends nothing.
   *
   * @throws AuthenticationError if the server refuses the user and password of the config
   * @throws ServiceUnavailableError if the server cannot be reached
   */
  async verify(signal?: AbortSignal): Promise<void> {
    const { host, port } = this.#config.smtp;
    try {
      await orAborted(this.#transport().verify(), signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw smtpError(error as SmtpFailure, {
        server: `${host}:${port}`,
        to: [],
      });
    }
  }

  #transport() {
    const { host, port, secure, user, password } = this.#config.smtp;
    return createTransport({
      host,
      port,
      secure,
      // A password never travels in clear.
      requireTLS: user !== undefined && !secure,
      ...(user === undefined ? {} : { auth: { user, pass: password } }),
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      greetingTimeout: this.#timing.silenceMs,
      socketTimeout: this.#timing.silenceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async #attempt(
    message: EmailMessage & { to: string[]; messageId: string },
  ): Promise<string[]> {
    const { to, subject, html, text, messageId, signal } = message;
    const { from, replyTo } = this.#config;
    signal?.throwIfAborted();
    const transport = this.#transport();
    const sending = transport.sendMail({
      from,
      replyTo,
      to,
      subject: subject.replace(/\s+/g, ' ').trim(),
      html,
      text,
      messageId,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    const sent = await orAborted(sending, signal);
    return sent.accepted.map(address =>
      typeof address === 'string' ? address : address.address,
    );
  }
}

/** nodemailer cannot be stopped: what is under way ends by itself, but nobody waits for it. */
async function orAborted<T>(work: Promise<T>, signal?: AbortSignal) {
  if (!signal) return work;
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([work, aborted]).finally(() =>
    signal.removeEventListener('abort', stop),
  );
}
