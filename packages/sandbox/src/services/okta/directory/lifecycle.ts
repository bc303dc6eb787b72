import { OktaError } from '../OktaError';
import type { OktaUser, UserStatus } from './types';

/** One step in a user's life: from which states, to which, and what the system log calls it. */
interface Transition {
  /** States in which it is allowed. */
  from: UserStatus[];
  to(user: OktaUser): UserStatus;
  eventType: string;
  message: string;
  /** What Okta answers in another state. */
  refusal(): OktaError;
}

const notInThisStatus = () =>
  new OktaError(
    403,
    'E0000038',
    "This operation is not allowed in the user's current status.",
  );

/** https://developer.okta.com/docs/api/openapi/okta-management/management/tag/UserLifecycle/ */
export const LIFECYCLE = {
  /** Without a password the user has to set up the account first. */
  activate: {
    from: ['STAGED', 'DEPROVISIONED'],
    to: user => (user.passwordChanged ? 'ACTIVE' : 'PROVISIONED'),
    eventType: 'user.lifecycle.activate',
    message: 'Activate Okta user',
    refusal: () =>
      new OktaError(
        403,
        'E0000016',
        'Activation failed because the user is already active',
      ),
  },
  reactivate: {
    from: ['PROVISIONED'],
    to: () => 'PROVISIONED',
    eventType: 'user.lifecycle.reactivate',
    message: 'Reactivate Okta user',
    refusal: notInThisStatus,
  },
  deactivate: {
    from: [
      'STAGED',
      'PROVISIONED',
      'ACTIVE',
      'RECOVERY',
      'PASSWORD_EXPIRED',
      'LOCKED_OUT',
      'SUSPENDED',
    ],
    to: () => 'DEPROVISIONED',
    eventType: 'user.lifecycle.deactivate',
    message: 'Deactivate Okta user',
    refusal: notInThisStatus,
  },
  suspend: {
    from: ['ACTIVE'],
    to: () => 'SUSPENDED',
    eventType: 'user.lifecycle.suspend',
    message: 'Suspend Okta user',
    refusal: () =>
      OktaError.invalid(
        'suspendUser',
        'Cannot suspend a user that is not active',
      ),
  },
  unsuspend: {
    from: ['SUSPENDED'],
    to: () => 'ACTIVE',
    eventType: 'user.lifecycle.unsuspend',
    message: 'Unsuspend Okta user',
    refusal: () =>
      OktaError.invalid(
        'unsuspendUser',
        'Cannot unsuspend a user that is not suspended',
      ),
  },
  unlock: {
    from: ['LOCKED_OUT'],
    to: () => 'ACTIVE',
    eventType: 'user.account.unlock',
    message: 'Unlock user account',
    refusal: () =>
      new OktaError(403, 'E0000032', 'Unlock is not allowed for this user.'),
  },
  resetPassword: {
    from: ['ACTIVE', 'RECOVERY', 'PASSWORD_EXPIRED', 'LOCKED_OUT'],
    to: () => 'RECOVERY',
    eventType: 'user.account.reset_password',
    message: "Fired when the user's Okta password is reset",
    refusal: notInThisStatus,
  },
  expirePassword: {
    from: ['ACTIVE', 'PASSWORD_EXPIRED'],
    to: () => 'PASSWORD_EXPIRED',
    eventType: 'user.account.expire_password',
    message: "Expire user's password",
    refusal: notInThisStatus,
  },
  /** The person sets up the account, or a new password, with the link that they were sent. */
  complete: {
    from: ['PROVISIONED', 'RECOVERY', 'PASSWORD_EXPIRED'],
    to: () => 'ACTIVE',
    eventType: 'user.account.update_password',
    message: 'User update password for Okta',
    refusal: notInThisStatus,
  },
} satisfies Record<string, Transition>;

/** Name of a step in a user's life. */
export type LifecycleStep = keyof typeof LIFECYCLE;

/** @throws OktaError where the step is not allowed in the user's state */
export function transitionOf(user: OktaUser, step: LifecycleStep): Transition {
  const transition: Transition = LIFECYCLE[step];
  if (!transition.from.includes(user.status)) throw transition.refusal();
  return transition;
}
