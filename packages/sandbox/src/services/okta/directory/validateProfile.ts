import { OktaError } from '../OktaError';
import type { UserProfile } from './types';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const MANDATORY = ['firstName', 'lastName', 'email', 'login'] as const;

/**
 * Checks a profile as Okta does: the four attributes are there, login and e-mail have the form of an
 * address, the login is free. Custom attributes are kept as they are.
 *
 * @throws OktaError 400 that lists all that is wrong
 */
export function validateProfile(
  profile: Record<string, unknown>,
  isTaken: (login: string) => boolean,
): UserProfile {
  const wrong: [attribute: string, cause: string][] = [];
  for (const attribute of MANDATORY) {
    const value = profile[attribute];
    if (typeof value !== 'string' || value.trim() === '') {
      wrong.push([attribute, 'The field cannot be left blank']);
    } else if (value.length > 100) {
      wrong.push([attribute, 'String is too long; at most 100 characters']);
    } else if (attribute === 'email' && !EMAIL.test(value)) {
      wrong.push(['email', 'Does not match required pattern']);
    } else if (attribute === 'login' && !EMAIL.test(value)) {
      wrong.push(['login', 'Username must be in the form of an email address']);
    } else if (attribute === 'login' && isTaken(value)) {
      wrong.push([
        'login',
        'An object with this field already exists in the current organization',
      ]);
    }
  }
  if (wrong.length > 0) {
    throw OktaError.invalid(
      wrong[0][0],
      ...wrong.map(([attribute, cause]) => `${attribute}: ${cause}`),
    );
  }
  return profile as UserProfile;
}
