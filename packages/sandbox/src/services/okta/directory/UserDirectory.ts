import type { Clock, Collection, Store } from '../../../kit';
import { OktaError } from '../OktaError';
import { createId } from './createId';
import { transitionOf, type LifecycleStep } from './lifecycle';
import { userParty, type LogContext, type SystemLog } from './SystemLog';
import type { OktaUser, UserProfile } from './types';
import { validateProfile } from './validateProfile';

/** The organisation's users and their lifecycle. */
export class UserDirectory {
  readonly #users: Collection<OktaUser>;
  readonly #clock: Clock;
  readonly #log: SystemLog;

  constructor(options: { store: Store; clock: Clock; log: SystemLog }) {
    this.#users = options.store.collection<OktaUser>('okta', 'users');
    this.#clock = options.clock;
    this.#log = options.log;
  }

  list(): OktaUser[] {
    return this.#users.list();
  }

  /** By id, login, or the part of the login before the `@` where that names one user, as Okta takes it. */
  find(idOrLogin: string): OktaUser | undefined {
    const wanted = idOrLogin.toLowerCase();
    return (
      this.#users.get(idOrLogin) ??
      this.#users.find(
        ({ profile }) => profile.login.toLowerCase() === wanted,
      ) ??
      this.#users.find(
        ({ profile }) => profile.login.toLowerCase().split('@')[0] === wanted,
      )
    );
  }

  /** By what a person types to sign in: login or e-mail. */
  findForSignIn(text: string): OktaUser | undefined {
    const wanted = text.trim().toLowerCase();
    return (
      this.find(wanted) ??
      this.#users.find(({ profile }) => profile.email.toLowerCase() === wanted)
    );
  }

  /** @throws OktaError 404 */
  get(idOrLogin: string): OktaUser {
    const user = this.find(idOrLogin);
    if (!user) throw OktaError.notFound(idOrLogin, 'User');
    return user;
  }

  /** @throws OktaError 400 where the profile is incomplete or the login is taken */
  create(
    context: LogContext,
    profile: Record<string, unknown>,
    options: {
      activate: boolean;
      hasPassword: boolean;
      id?: string;
      /** Who checks the password; Okta itself if absent. */
      provider?: OktaUser['provider'];
    },
  ): OktaUser {
    const { activate, provider, id = createId('00u') } = options;
    // Who signs in elsewhere has no password to set here.
    const hasPassword = options.hasPassword || provider?.type === 'FEDERATION';
    const now = this.#now();
    const user: OktaUser = {
      id,
      status: 'STAGED',
      created: now,
      lastUpdated: now,
      passwordChanged: hasPassword ? now : undefined,
      provider,
      profile: this.#validate(profile),
    };
    this.#users.put(id, user);
    this.#log.write(context, 'user.lifecycle.create', 'Create Okta user', [
      userParty(user),
    ]);
    return activate ? this.move(context, user, 'activate') : user;
  }

  /** Replaces the profile, or changes the attributes given and keeps the rest. */
  update(
    context: LogContext,
    user: OktaUser,
    profile: Record<string, unknown>,
    mode: 'replace' | 'merge',
  ): OktaUser {
    const merged =
      mode === 'merge' ? { ...user.profile, ...profile } : { ...profile };
    for (const [key, value] of Object.entries(merged)) {
      if (value === null) delete merged[key as keyof typeof merged];
    }
    const updated = this.#users.put(user.id, {
      ...user,
      lastUpdated: this.#now(),
      profile: this.#validate(merged, user),
    });
    this.#log.write(
      context,
      'user.account.update_profile',
      'Update user profile for Okta',
      [userParty(updated)],
    );
    return updated;
  }

  /**
   * Takes a user a step further in their life.
   *
   * @throws OktaError where it is not allowed in their state
   */
  move(context: LogContext, user: OktaUser, step: LifecycleStep): OktaUser {
    const { to, eventType, message } = transitionOf(user, step);
    const now = this.#now();
    const status = to(user);
    const moved = this.#users.put(user.id, {
      ...user,
      status,
      statusChanged: now,
      lastUpdated: now,
      activated: status === 'ACTIVE' ? user.activated ?? now : user.activated,
      passwordChanged: step === 'complete' ? now : user.passwordChanged,
    });
    this.#log.write(context, eventType, message, [userParty(moved)]);
    return moved;
  }

  /** Notes a sign-in; who has an expired password gets a new one with it. */
  signedIn(user: OktaUser): OktaUser {
    const signedIn = this.#users.put(user.id, {
      ...user,
      lastLogin: this.#now(),
    });
    return user.status === 'PASSWORD_EXPIRED'
      ? this.move({ actor: userParty(user) }, signedIn, 'complete')
      : signedIn;
  }

  /** Removes a deactivated user for good. */
  remove(context: LogContext, user: OktaUser): void {
    this.#users.delete(user.id);
    this.#log.write(
      context,
      'user.lifecycle.delete.initiated',
      'Delete Okta user',
      [userParty(user)],
    );
  }

  #validate(profile: Record<string, unknown>, self?: OktaUser): UserProfile {
    return validateProfile(profile, login =>
      this.#users
        .filter(other => other.id !== self?.id)
        .some(
          other => other.profile.login.toLowerCase() === login.toLowerCase(),
        ),
    );
  }

  #now(): string {
    return this.#clock.now().toISOString();
  }
}
