import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { EmailSender } from '@portico/plugin-email-node';
import type { Knex } from 'knex';
import type { OutboxMessage } from '../store/StoredApproval';

const MOST_ATTEMPTS = 8;
/** A message that is being sent is left to its sender for that long. */
const CLAIM_MS = 120_000;
const FIRST_RETRY_MS = 15_000;
const AT_ONCE = 20;

interface Row {
  id: number;
  approval_id: string;
  message: string;
  attempts: number;
  not_before: Date | number;
}

/** Sends notifications and mails that were written down with what they tell of; tries until they are out. */
export class Outbox {
  readonly #knex: Knex;
  readonly #notifications: NotificationService;
  readonly #email: EmailSender;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  #flushing?: Promise<void>;
  #again = false;

  constructor(options: {
    knex: Knex;
    notifications: NotificationService;
    email: EmailSender;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#notifications = options.notifications;
    this.#email = options.email;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Sends all that is due. Several replicas may do so at once: each message has one sender at a time. */
  flush(): Promise<void> {
    this.#again = true;
    this.#flushing ??= this.#flushAll().finally(() => {
      this.#flushing = undefined;
    });
    return this.#flushing;
  }

  /** Once more if something came in meanwhile. */
  async #flushAll(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.#flushDue();
    }
  }

  async #flushDue(): Promise<void> {
    for (;;) {
      const due = await this.#rows()
        .where('not_before', '<=', this.#now())
        .orderBy('id')
        .limit(AT_ONCE);
      const claimed = await this.#claim(due);
      if (!claimed.length) return;
      for (const row of claimed) await this.#deliver(row);
    }
  }

  async #claim(rows: Row[]): Promise<Row[]> {
    const claimed: Row[] = [];
    for (const row of rows) {
      const attempts = row.attempts + 1;
      const taken = await this.#rows()
        .where({ id: row.id, attempts: row.attempts })
        .update({ attempts, not_before: this.#later(CLAIM_MS) });
      if (taken) claimed.push({ ...row, attempts });
    }
    return claimed;
  }

  async #deliver(row: Row): Promise<void> {
    const { id, attempts } = row;
    const message = JSON.parse(row.message) as OutboxMessage;
    try {
      await this.#send(message, `approval-${row.approval_id}.${id}`);
      await this.#rows().where({ id }).delete();
    } catch (error) {
      const reason = (error as Error).message;
      this.#logger.warn(
        `${message.channel} for approval ${row.approval_id} was not delivered (attempt ${attempts} of ${MOST_ATTEMPTS}): ${reason}`,
      );
      if (attempts < MOST_ATTEMPTS) {
        const delay = FIRST_RETRY_MS * 2 ** (attempts - 1);
        await this.#rows()
          .where({ id })
          .update({ not_before: this.#later(delay) });
      } else {
        await this.#giveUp(row, message, reason);
      }
    }
  }

  async #send(message: OutboxMessage, messageId: string): Promise<void> {
    if (message.channel === 'email') {
      const { to, subject, html, text } = message;
      await this.#email.send({ to, subject, html, text, messageId });
      return;
    }
    const { channel, recipients, ...payload } = message;
    await this.#notifications.send({
      recipients: { type: 'entity', entityRef: recipients },
      payload,
    });
  }

  /** Says on the page that somebody was not reached. */
  async #giveUp(
    row: Row,
    message: OutboxMessage,
    reason: string,
  ): Promise<void> {
    const whom =
      message.channel === 'email'
        ? `a mail to ${message.to}`
        : 'a notification';
    await this.#knex.transaction(async trx => {
      await trx('approval_outbox').where({ id: row.id }).delete();
      const approval = await trx('approvals')
        .where({ id: row.approval_id })
        .first('chain_id');
      await trx('approval_history').insert({
        chain_id: approval.chain_id,
        event: 'not-delivered',
        who: null,
        at: this.#now(),
        text: `could not deliver ${whom} after ${MOST_ATTEMPTS} tries: ${reason}`,
      });
    });
  }

  #later(ms: number): Date {
    return new Date(this.#now().getTime() + ms);
  }

  #rows() {
    return this.#knex<Row>('approval_outbox');
  }
}
