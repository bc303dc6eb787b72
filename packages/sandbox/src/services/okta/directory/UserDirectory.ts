import type { Clock, Collection, Store } from '../../../kit';
import { OktaError } from '../OktaError';
import { createId } from './createId';
import { userParty, type LogContext, type SystemLog } from './SystemLog';
import type { OktaUser, UserProfile, UserStatus } from './types';
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
    options: { activate: boolean; hasPassword: boolean; id?: string },
  ): OktaUser {
    const { activate, hasPassword, id = createId('00u') } = options;
    const now = this.#now();
    const user: OktaUser = {
      id,
      status: 'STAGED',
      created: now,
      lastUpdated: now,
      passwordChanged: hasPassword ? now : undefined,
      profile: this.#validate(profile),
    };
    this.#users.put(id, user);
    this.#log.write(context, 'user.lifecycle.create', 'Create Okta user', [
      userParty(user),
    ]);
    return activate ? this.activate(context, user) : user;
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

  /** Without a password the user is PROVISIONED until the first sign-in. */
  activate(context: LogContext, user: OktaUser): OktaUser {
    if (!['STAGED', 'DEPROVISIONED'].includes(user.status)) {
      throw new OktaError(
        403,
        'E0000016',
        'Activation failed because the user is already active',
      );
    }
    return this.#move(
      context,
      user,
      user.passwordChanged ? 'ACTIVE' : 'PROVISIONED',
      'user.lifecycle.activate',
      'Activate Okta user',
    );
  }

  deactivate(context: LogContext, user: OktaUser): OktaUser {
    if (user.status === 'DEPROVISIONED') return user;
    return this.#move(
      context,
      user,
      'DEPROVISIONED',
      'user.lifecycle.deactivate',
      'Deactivate Okta user',
    );
  }

  suspend(context: LogContext, user: OktaUser): OktaUser {
    if (user.status !== 'ACTIVE') {
      throw OktaError.invalid(
        'suspendUser',
        'Cannot suspend a user that is not active',
      );
    }
    return this.#move(
      context,
      user,
      'SUSPENDED',
      'user.lifecycle.suspend',
      'Suspend Okta user',
    );
  }

  unsuspend(context: LogContext, user: OktaUser): OktaUser {
    if (user.status !== 'SUSPENDED') {
      throw OktaError.invalid(
        'unsuspendUser',
        'Cannot unsuspend a user that is not suspended',
      );
    }
    return this.#move(
      context,
      user,
      'ACTIVE',
      'user.lifecycle.unsuspend',
      'Unsuspend Okta user',
    );
  }

  /** Notes a sign-in; the first one of a PROVISIONED user completes the account. */
  signedIn(user: OktaUser): OktaUser {
    const signedIn = this.#users.put(user.id, {
      ...user,
      lastLogin: this.#now(),
    });
    return user.status === 'PROVISIONED'
      ? this.#move(
          { actor: userParty(user) },
          signedIn,
          'ACTIVE',
          'user.lifecycle.activate',
          'Activate Okta user',
        )
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

  #move(
    context: LogContext,
    user: OktaUser,
    status: UserStatus,
    eventType: string,
    message: string,
  ): OktaUser {
    const now = this.#now();
    const moved = this.#users.put(user.id, {
      ...user,
      status,
      statusChanged: now,
      lastUpdated: now,
      activated: status === 'ACTIVE' ? user.activated ?? now : user.activated,
    });
    this.#log.write(context, eventType, message, [userParty(moved)]);
    return moved;
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
