import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Readable } from 'node:stream';
import { portError, type Faults, type RequestLog } from '../../kit';
import type { Mailbox, Message } from './Mailbox';

/** Mails that are bigger are refused. */
const MAX_BYTES = 25 * 1024 * 1024;

/** Raised for a mail that is refused, with the code of the SMTP reply. */
class Refusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/** The SMTP side: takes every mail, without TLS and without a sign-in, and delivers none. */
export class SmtpReceiver {
  readonly #mailbox: Mailbox;
  readonly #requests: RequestLog;
  readonly #faults: Faults;
  /** Open connections by the port that the client has. */
  readonly #sockets = new Map<number, Socket>();
  #server?: SMTPServer;

  constructor(options: {
    mailbox: Mailbox;
    requests: RequestLog;
    faults: Faults;
  }) {
    this.#mailbox = options.mailbox;
    this.#requests = options.requests;
    this.#faults = options.faults;
  }

  /**
   * Listens and says on which port; any that is free for port 0.
   *
   * @throws Error that names the port if it is taken
   */
  async listen(port: number): Promise<number> {
    const server = new SMTPServer({
      banner: 'Portico sandbox: nothing is delivered',
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      size: MAX_BYTES,
      onData: (stream, session, callback) => {
        this.#receive(stream, session).then(
          message => callback(undefined, `Kept as ${message.id}`),
          callback,
        );
      },
    });
    server.server.on('connection', (socket: Socket) => {
      const { remotePort = 0 } = socket;
      this.#sockets.set(remotePort, socket);
      socket.once('close', () => this.#sockets.delete(remotePort));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', error => reject(portError(error, 'smtp', port)));
      server.listen(port, '127.0.0.1', resolve);
    });
    // Clients that hang up; what was sent until then is in the request log.
    server.on('error', () => undefined);
    this.#server = server;
    return (server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    for (const socket of this.#sockets.values()) socket.destroy();
    if (server) await new Promise<void>(resolve => server.close(resolve));
  }

  async #receive(
    stream: Readable & { sizeExceeded?: boolean },
    session: SMTPServerSession,
  ): Promise<Message> {
    const { mailFrom, rcptTo } = session.envelope;
    const envelope = {
      from: mailFrom ? mailFrom.address : '',
      to: rcptTo.map(({ address }) => address),
    };
    const path = envelope.to.join(',');
    const fault = this.#faults.take('smtp', {
      method: 'MAIL',
      originalUrl: path,
    });
    const startedAt = Date.now();
    let status = 0;
    try {
      if (fault?.kind === 'latency') await wait(fault.value ?? 1000);
      if (fault?.kind === 'reset') {
        this.#sockets.get(session.remotePort)?.destroy();
        throw new Refusal(421, 'Cut by a fault of the sandbox');
      }
      if (fault?.kind === 'hang') await new Promise(() => undefined);
      if (fault?.kind === 'status') {
        stream.resume();
        status = fault.value ?? 451;
        throw new Refusal(status, 'Fault injected by the sandbox');
      }
      const message = await this.#mailbox.receive(stream, envelope);
      status = 250;
      return message;
    } finally {
      this.#requests.add({
        at: new Date(startedAt).toISOString(),
        service: 'smtp',
        method: 'MAIL',
        path,
        status,
        durationMs: Date.now() - startedAt,
        caller: envelope.from || undefined,
        fault: fault?.kind,
      });
    }
  }
}
