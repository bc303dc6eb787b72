import type { Inventory } from '../../kit';
import type { Mailbox } from './Mailbox';

/** A key a mail, so that two mails of one kind stand there twice. */
export function inventory(mailbox: Mailbox): Inventory {
  return {
    mails: mailbox
      .list()
      .map(({ envelope, subject }) => `${envelope.to.join(',')} ${subject}`),
  };
}
