import {
  userParty,
  type LifecycleStep,
  type LinkPurpose,
  type LogContext,
  type OktaUser,
  type OneTimeLinks,
  type SystemLog,
  type UserDirectory,
} from './directory';
import type { Mailer } from './Mailer';

const STEPS = {
  activate: 'welcome',
  reactivate: 'welcome',
  resetPassword: 'reset_password',
} as const satisfies Partial<Record<LifecycleStep, LinkPurpose>>;

const EVENTS: Record<LinkPurpose, string> = {
  welcome: 'system.email.account_activation.sent_message',
  reset_password: 'system.email.password_reset.sent_message',
};

/** What goes on around a user's life: links to set up the account, mails, the end of sessions. */
export class Accounts {
  readonly #users: UserDirectory;
  readonly #links: OneTimeLinks;
  readonly #log: SystemLog;
  readonly #mailer: Mailer;
  readonly #baseUrl: string;
  readonly #endSessions: (userId: string, options: { tokens: boolean }) => void;

  constructor(options: {
    users: UserDirectory;
    links: OneTimeLinks;
    log: SystemLog;
    mailer: Mailer;
    /** Of the service, e.g. `http://127.0.0.1:7102`. */
    baseUrl: string;
    /** Ends a user's sign-in sessions; with `tokens` also what applications were given. */
    endSessions(userId: string, options: { tokens: boolean }): void;
  }) {
    this.#users = options.users;
    this.#links = options.links;
    this.#log = options.log;
    this.#mailer = options.mailer;
    this.#baseUrl = options.baseUrl;
    this.#endSessions = options.endSessions;
  }

  /**
   * Lets a user set up the account or a new password, who must still do so.
   *
   * @returns the token of the link, where no mail was asked for that carries it
   */
  begin(
    context: LogContext,
    user: OktaUser,
    options: { step: keyof typeof STEPS; sendEmail: boolean },
  ): { url: string; token: string } | undefined {
    const moved = this.#users.move(context, user, options.step);
    this.#links.forget(user.id);
    return this.offer(context, moved, STEPS[options.step], options.sendEmail);
  }

  /** Makes the link for a user, and mails it or gives it back. */
  offer(
    context: LogContext,
    user: OktaUser,
    purpose: LinkPurpose,
    sendEmail: boolean,
  ): { url: string; token: string } | undefined {
    if (user.status === 'ACTIVE') return undefined;
    const link = this.link(user, purpose);
    if (!sendEmail) return link;
    this.#log.write(context, EVENTS[purpose], 'Send email to user', [
      userParty(user),
    ]);
    this.#mailer.send(user, purpose, link.url);
    return undefined;
  }

  /** A new link for a user; earlier ones still work. */
  link(user: OktaUser, purpose: LinkPurpose) {
    const token = this.#links.create(user.id, purpose);
    return { token, url: `${this.#baseUrl}/${purpose}/${token}` };
  }

  /** Whose link it is, if it still works. */
  holderOf(token: string, purpose: LinkPurpose): OktaUser | undefined {
    const id = this.#links.find(token, purpose);
    return id === undefined ? undefined : this.#users.find(id);
  }

  /** The person did what the link is for. */
  complete(user: OktaUser): OktaUser {
    this.#links.forget(user.id);
    return this.#users.move({ actor: userParty(user) }, user, 'complete');
  }

  /** Ends sessions and tokens, and deactivates; who is deactivated already stays so. */
  deactivate(context: LogContext, user: OktaUser): void {
    this.#links.forget(user.id);
    this.#endSessions(user.id, { tokens: true });
    if (user.status !== 'DEPROVISIONED')
      this.#users.move(context, user, 'deactivate');
  }

  suspend(context: LogContext, user: OktaUser): void {
    this.#users.move(context, user, 'suspend');
    this.#endSessions(user.id, { tokens: false });
  }

  /** Ends what a user is signed in to; with `tokens` also what applications were given. */
  clearSessions(
    context: LogContext,
    user: OktaUser,
    options: { tokens: boolean },
  ): void {
    this.#endSessions(user.id, options);
    this.#log.write(context, 'user.session.clear', 'Clear user session', [
      userParty(user),
    ]);
  }
}
