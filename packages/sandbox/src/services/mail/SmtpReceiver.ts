import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Readable } from 'node:stream';
import { portError, type Fault, type Faults, type RequestLog } from '../../kit';
import type { Mailbox, Message } from './Mailbox';

/** Mails that are bigger are refused. */
const MAX_BYTES = 25 * 1024 * 1024;

/** Raised for a mail that is refused, with the code of the SMTP reply. */
class Refusal extends Error {
  readonly responseCode: number;
  /** As the request log shows it; 0 where the connection was cut. */
  readonly status: number;

  constructor(responseCode: number, message: string, status: number) {
    super(message);
    this.responseCode = responseCode;
    this.status = status;
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
    const fault = this.#faults.take('smtp', { method: 'MAIL', path });
    const startedAt = Date.now();
    let status = 0;
    try {
      if (fault && !fault.after) {
        // Whatever the fault is, what was sent has to be read.
        if (fault.kind !== 'latency') stream.resume();
        await this.#disturb(fault, session);
      }
      const message = await this.#mailbox.receive(stream, envelope);
      if (fault?.after) await this.#disturb(fault, session);
      status = 250;
      return message;
    } catch (error) {
      if (error instanceof Refusal) status = error.status;
      throw error;
    } finally {
      this.#requests.add({
        at: new Date(startedAt).toISOString(),
        service: 'smtp',
        method: 'MAIL',
        path,
        status,
        durationMs: Date.now() - startedAt,
        caller: envelope.from || undefined,
        fault: fault && (fault.after ? `${fault.kind} after` : fault.kind),
      });
    }
  }

  #hungUp({ remotePort }: SMTPServerSession): Promise<void> {
    return new Promise(resolve => {
      const socket = this.#sockets.get(remotePort);
      if (socket) socket.once('close', () => resolve());
      else resolve();
    });
  }

  /** @throws Refusal unless the fault is a delay; where it hangs, once the caller has hung up */
  async #disturb(fault: Fault, session: SMTPServerSession): Promise<void> {
    switch (fault.kind) {
      case 'latency':
        await wait(fault.value ?? 1000);
        return;
      case 'status': {
        const code = fault.value ?? 451;
        throw new Refusal(code, 'Fault injected by the sandbox', code);
      }
      case 'reset':
        this.#sockets.get(session.remotePort)?.destroy();
        throw new Refusal(421, 'Cut by a fault of the sandbox', 0);
      default:
        await this.#hungUp(session);
        throw new Refusal(421, 'Left hanging by a fault of the sandbox', 0);
    }
  }
}
