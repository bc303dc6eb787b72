import { renderEmail } from '@portico/plugin-email-node';
import type { Directory } from '../directory/Directory';
import type { NewApproval, OutboxMessage } from '../store/StoredApproval';
import { costWords, placeWords, summaryWords } from './changeWords';

/** What a message is about. */
export interface Note {
  approval: Pick<
    NewApproval,
    | 'id'
    | 'title'
    | 'reason'
    | 'requestedBy'
    | 'entityRef'
    | 'change'
    | 'expiresAt'
  >;
  /** User references. */
  recipients: string[];
  /** e.g. "Marta Okafor asks: Larger orders-db". */
  headline: string;
  /** A sentence or two. */
  text: string;
  /** Label of the link, e.g. "See the difference and decide". */
  link: string;
  severity: 'critical' | 'high' | 'normal' | 'low';
  /** Why one gets it. */
  footer: string;
}

const MOST_EFFECTS = 5;

/** Writes the notification, and a mail to everybody whose address the catalog knows. */
export class MessageComposer {
  readonly #directory: Directory;
  readonly #appUrl: string;
  readonly #mails: boolean;

  /** @param options.mails whether a mail server is configured */
  constructor(options: {
    directory: Directory;
    appUrl: string;
    mails: boolean;
  }) {
    this.#directory = options.directory;
    this.#appUrl = options.appUrl.replace(/\/$/, '');
    this.#mails = options.mails;
  }

  async compose(note: Note): Promise<OutboxMessage[]> {
    const { approval, recipients, headline, text, severity } = note;
    if (!recipients.length) return [];
    const path = `/approvals/${approval.id}`;
    const notification: OutboxMessage = {
      channel: 'notification',
      recipients,
      title: headline,
      description: text,
      link: path,
      severity,
      topic: 'Approvals',
      scope: `approval:${approval.id}`,
    };
    return this.#mails
      ? [notification, ...(await this.#mailsFor(note, path))]
      : [notification];
  }

  async #mailsFor(note: Note, path: string): Promise<OutboxMessage[]> {
    const { approval, recipients } = note;
    const people = await this.#directory.people([
      ...recipients,
      approval.requestedBy,
    ]);
    const names = await this.#directory.names([approval.entityRef]);
    const { change } = approval;
    const cost = costWords(change);
    const body = renderEmail({
      title: note.headline,
      paragraphs: [note.text, `“${approval.reason}”`],
      facts: [
        {
          label: 'Asked by',
          value: people.get(approval.requestedBy)?.name ?? approval.requestedBy,
        },
        { label: 'For', value: names[approval.entityRef] },
        { label: 'Where', value: placeWords(change) },
        { label: 'What', value: summaryWords(change) },
        ...(cost ? [{ label: 'Cost', value: cost }] : []),
        ...change.effects.slice(0, MOST_EFFECTS).map(effect => ({
          label: effect.severity === 'info' ? 'Note' : 'Mind',
          value: effect.resource
            ? `${effect.resource}: ${effect.text}`
            : effect.text,
        })),
        { label: 'Until', value: approval.expiresAt.toISOString() },
      ],
      button: { label: note.link, url: `${this.#appUrl}${path}` },
      footer: note.footer,
    });
    return recipients.flatMap(recipient => {
      const to = people.get(recipient)?.email;
      return to
        ? [{ channel: 'email' as const, to, subject: note.headline, ...body }]
        : [];
    });
  }
}
