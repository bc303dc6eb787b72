import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  EVERYONE,
  isRunnable,
  type PermissionRules,
  type Reach,
  type Rule,
} from './Rule';

const PATH = 'portico.permissions';
const REACHES: string[] = ['own', 'role', 'any'] satisfies Reach[];
const TASK_PERMISSIONS = ['scaffolder.task.read', 'scaffolder.task.cancel'];

/**
 * Reads `portico.permissions`. Without it, nobody may do anything.
 *
 * @throws InputError that says where and what, if a role or key is unknown or a rule contradicts itself
 */
export function readRules(config: Config): PermissionRules {
  const section = config.getOptionalConfig(PATH);
  if (!section) return { roles: new Map(), rules: [] };
  refuseUnknownKeys(section, PATH, ['roles', 'rules']);
  const roles = readRoles(section.getOptionalConfig('roles'));
  const rules = (section.getOptionalConfigArray('rules') ?? []).map(
    (rule, index) => readRule(rule, `${PATH}.rules[${index}]`, roles),
  );
  return { roles, rules };
}

function readRoles(config: Config | undefined): Map<string, string[]> {
  return new Map(
    config?.keys().map(role => {
      if (role === EVERYONE) {
        throw new InputError(
          `${PATH}.roles: '${EVERYONE}' always means whoever is signed in. Name the role differently.`,
        );
      }
      return [role, config.getStringArray(role).map(toGroupRef)];
    }),
  );
}

function readRule(
  config: Config,
  path: string,
  roles: Map<string, string[]>,
): Rule {
  refuseUnknownKeys(config, path, ['allow', 'to', 'on']);
  const allow = config.getStringArray('allow');
  const to = config.getStringArray('to');
  const on = config.getOptionalString('on');
  const known = [EVERYONE, ...roles.keys()];
  const stranger = to.find(role => !known.includes(role));
  if (stranger) {
    throw new InputError(
      `${path}.to: there is no role '${stranger}'. Roles: ${known.join(', ')}.`,
    );
  }
  const partial = allow.find(name => /^template:.+\*|^template:\*./.test(name));
  if (partial) {
    throw new InputError(
      `${path}.allow: '${partial}' is only a part of a name. Name the template in full, or all with template:*.`,
    );
  }
  if (on !== undefined && !REACHES.includes(on)) {
    throw new InputError(
      `${path}.on: '${on}' is none of ${REACHES.join(', ')}.`,
    );
  }
  const permission = allow.find(name => !isRunnable(name));
  if (permission && !on) {
    throw new InputError(
      `${path}: '${permission}' is a permission, so say how far it reaches: 'on: own' or 'on: any'.`,
    );
  }
  const other = allow.find(name => !TASK_PERMISSIONS.includes(name));
  if (on === 'role' && other) {
    throw new InputError(
      `${path}.on: 'role' is for ${TASK_PERMISSIONS.join(
        ' and ',
      )} alone, not for '${other}'.`,
    );
  }
  return { allow, to, on: on as Reach | undefined };
}

function refuseUnknownKeys(config: Config, path: string, known: string[]) {
  const stranger = config.keys().find(key => !known.includes(key));
  if (stranger) {
    throw new InputError(
      `${path}: there is no key '${stranger}'. Keys: ${known.join(', ')}.`,
    );
  }
}

function toGroupRef(ref: string): string {
  return stringifyEntityRef(
    parseEntityRef(ref, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    }),
  );
}
