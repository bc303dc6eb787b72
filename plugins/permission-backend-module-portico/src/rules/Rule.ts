/**
 * How far a right reaches.
 * - `own`: what the person, or a group of theirs, owns; for tasks, what they started.
 * - `role`: for tasks, what anybody started who has the same role.
 * - `any`: everything.
 */
export type Reach = 'own' | 'role' | 'any';

/** One rule of `portico.permissions.rules`. */
export interface Rule {
  /** Names of permissions, `template:<name>` or `action:<id>`; `*` stands for any characters. */
  allow: string[];
  /** Roles, or `everyone`. */
  to: string[];
  /** Needed where `allow` names a permission. */
  on?: Reach;
}

/** All of `portico.permissions`. */
export interface PermissionRules {
  /** Full references of the groups whose members have a role, by role. */
  roles: Map<string, string[]>;
  rules: Rule[];
}

/** Whoever is signed in and in the catalog. */
export const EVERYONE = 'everyone';

/** Whether a name of `allow` concerns templates or actions, which have no owner, instead of a permission. */
export function isRunnable(name: string): boolean {
  return name.startsWith('template:') || name.startsWith('action:');
}
