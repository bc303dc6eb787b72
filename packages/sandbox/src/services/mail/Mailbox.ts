import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Clock, Collection, Store } from '../../kit';

/** A mail as it arrived. */
export interface Message {
  id: string;
  /** ISO 8601, UTC. */
  receivedAt: string;
  /** Who really gets it, whatever its headers say. */
  envelope: { from: string; to: string[] };
  from: string;
  to: string[];
  cc: string[];
  subject: string;
  /** By lower-case name; where a header comes more than once, the last. */
  headers: Record<string, string>;
  text: string;
  html?: string;
  attachments: { filename?: string; contentType: string; size: number }[];
}

/** All mails that anyone of the organisation was sent. They are kept until they are deleted. */
export class Mailbox {
  readonly #messages: Collection<Message>;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#messages = store.collection<Message>('inbox', 'messages');
    this.#clock = clock;
  }

  /**
   * Reads a mail to its end and keeps it. One that came before, with the same Message-ID for the same
   * people, is not kept a second time, as the large mail services do it: a sender that never got the
   * answer sends again.
   */
  async receive(
    source: Readable,
    envelope: Message['envelope'],
  ): Promise<Message> {
    const mail = await simpleParser(source);
    const known = this.#messages
      .list()
      .find(
        ({ headers, envelope: { to } }) =>
          mail.messageId !== undefined &&
          headers['message-id'] === mail.messageId &&
          to.join() === envelope.to.join(),
      );
    if (known) return known;
    const id = randomUUID();
    return this.#messages.put(id, {
      id,
      receivedAt: this.#clock.now().toISOString(),
      envelope,
      from: mail.from?.text ?? envelope.from,
      to: addresses(mail.to),
      cc: addresses(mail.cc),
      subject: mail.subject ?? '',
      headers: headersOf(mail),
      text: mail.text ?? '',
      html: mail.html || undefined,
      attachments: mail.attachments.map(({ filename, contentType, size }) => ({
        filename,
        contentType,
        size,
      })),
    });
  }

  /** Newest first; `to` and `subject` are parts of an address and of the subject, in any case. */
  list(filter: { to?: string; subject?: string } = {}): Message[] {
    const to = filter.to?.toLowerCase() ?? '';
    const subject = filter.subject?.toLowerCase() ?? '';
    return this.#messages
      .filter(
        message =>
          message.subject.toLowerCase().includes(subject) &&
          message.envelope.to.some(address =>
            address.toLowerCase().includes(to),
          ),
      )
      .reverse();
  }

  find(id: string): Message | undefined {
    return this.#messages.get(id);
  }

  /** Deletes all and says how many there were. */
  clear(): number {
    const messages = this.#messages.list();
    for (const { id } of messages) this.#messages.delete(id);
    return messages.length;
  }
}

function addresses(objects?: AddressObject | AddressObject[]): string[] {
  return [objects ?? []]
    .flat()
    .flatMap(({ value }) => value.flatMap(({ address }) => address ?? []));
}

function headersOf({ headerLines }: ParsedMail): Record<string, string> {
  return Object.fromEntries(
    headerLines.map(({ key, line }) => [
      key,
      line
        .slice(line.indexOf(':') + 1)
        .replace(/\r?\n\s+/g, ' ')
        .trim(),
    ]),
  );
}
