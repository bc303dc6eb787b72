import { matches } from './matches';
import { EVERYONE, type PermissionRules, type Reach, type Rule } from './Rule';

const WIDEST_FIRST: Reach[] = ['any', 'role', 'own'];

/** What the rules allow somebody. What no rule names is not allowed. */
export class Rights {
  /** @param groups full references of the groups that the person belongs to */
  static of(rules: PermissionRules, groups: string[]): Rights {
    const roles = [...rules.roles]
      .filter(([, members]) => members.some(group => groups.includes(group)))
      .map(([role]) => role);
    return new Rights(rules, [EVERYONE, ...roles]);
  }

  readonly #rules: Rule[];

  private constructor(
    private readonly all: PermissionRules,
    private readonly roles: string[],
  ) {
    this.#rules = all.rules.filter(rule => this.#rolesIn(rule).length > 0);
  }

  /** How far a permission reaches; undefined if the person does not have it. */
  reachOf(permission: string): Reach | undefined {
    const reaches = this.#naming(permission).map(({ on }) => on);
    return WIDEST_FIRST.find(reach => reaches.includes(reach));
  }

  /** Groups of the roles through which the person has a permission on what others of the role started. */
  groupsSharing(permission: string): string[] {
    const roles = this.#naming(permission)
      .filter(({ on }) => on === 'role')
      .flatMap(rule => this.#rolesIn(rule));
    return roles.flatMap(role => this.all.roles.get(role) ?? []);
  }

  mayRunAction(id: string): boolean {
    return this.#naming(`action:${id}`).length > 0;
  }

  /** Names of the templates that the person may run, or `all`. */
  templates(): 'all' | string[] {
    const names = this.#rules
      .flatMap(({ allow }) => allow)
      .filter(name => name === '*' || name.startsWith('template:'));
    if (names.some(name => name === '*' || name === 'template:*')) return 'all';
    return [...new Set(names.map(name => name.slice('template:'.length)))];
  }

  /** Whether everything is allowed, whatever it is called. */
  isUnlimited(): boolean {
    return this.#rules.some(
      ({ allow, on }) => allow.includes('*') && on === 'any',
    );
  }

  #naming(name: string): Rule[] {
    return this.#rules.filter(({ allow }) =>
      allow.some(pattern => matches(pattern, name)),
    );
  }

  #rolesIn(rule: Rule): string[] {
    return rule.to.filter(role => this.roles.includes(role));
  }
}
