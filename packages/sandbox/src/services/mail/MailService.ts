import type { NextFunction, Request, Response } from 'express';
import type { Faults, Kit, RequestLog, SandboxService } from '../../kit';
import { createInboxRouter } from './inboxRouter';
import { inventory } from './inventory';
import { Mailbox } from './Mailbox';
import { SmtpReceiver } from './SmtpReceiver';

/** Mail: SMTP on its own port, and the inbox in which everything ends up over HTTP. */
export class MailService implements SandboxService {
  readonly name = 'inbox';
  readonly title = 'Mail';
  readonly page = '/';
  readonly router;
  readonly #kit: Kit;
  readonly #mailbox: Mailbox;
  readonly #receiver: SmtpReceiver;

  constructor(options: { kit: Kit; requests: RequestLog; faults: Faults }) {
    const { kit, requests, faults } = options;
    const mailbox = new Mailbox(kit.store, kit.clock);
    this.#kit = kit;
    this.#mailbox = mailbox;
    this.#receiver = new SmtpReceiver({ mailbox, requests, faults });
    this.router = createInboxRouter(mailbox);
  }

  get description(): string {
    return `The inbox of everyone; mail is sent to it by SMTP at ${
      this.#kit.urls.smtp
    }. Simulated: nothing is delivered.`;
  }

  inventory() {
    return inventory(this.#mailbox);
  }

  async start() {
    const port = Number(new URL(this.#kit.urls.smtp).port);
    const taken = await this.#receiver.listen(port);
    this.#kit.urls.smtp = `smtp://127.0.0.1:${taken}`;
  }

  async stop() {
    await this.#receiver.close();
  }

  notFound(request: Request, response: Response) {
    response.status(404).json({
      message: `No ${request.method} ${request.path} here. There are GET /messages, GET /messages/<id> and DELETE /messages.`,
    });
  }

  onError(
    error: Error & { status?: number },
    _request: Request,
    response: Response,
    _next: NextFunction,
  ) {
    const { status = 500, message } = error;
    response.status(status).json({ message });
  }
}
