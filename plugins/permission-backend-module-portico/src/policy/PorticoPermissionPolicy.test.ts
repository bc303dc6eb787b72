import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { readRules } from '../rules';
import { PorticoPermissionPolicy } from './PorticoPermissionPolicy';

const LENA = 'user:default/lena.fischer';
const ROLES = { engineer: ['engineers'], hr: ['hr'], platform: ['admins'] };
const RULES = [
  { allow: ['catalog.entity.read'], to: ['everyone'], on: 'any' },
  { allow: ['scaffolder.task.*'], to: ['everyone'], on: 'own' },
  { allow: ['scaffolder.task.read'], to: ['hr'], on: 'role' },
  {
    allow: [
      'catalog.entity.delete',
      'cost.subject.read',
      'portico.github.write',
      'other.write',
    ],
    to: ['engineer'],
    on: 'own',
  },
  { allow: ['portico.okta.write'], to: ['hr'], on: 'any' },
  { allow: ['template:new-service', 'action:github:*'], to: ['engineer'] },
  { allow: ['template:onboarding', 'action:okta:*'], to: ['hr'] },
  { allow: ['*'], to: ['platform'], on: 'any' },
];

function decide(
  name: string,
  groups: string[] | undefined,
  resourceType?: string,
): Promise<PolicyDecision> {
  const policy = new PorticoPermissionPolicy({
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    rules: readRules(
      mockServices.rootConfig({
        data: { portico: { permissions: { roles: ROLES, rules: RULES } } },
      }),
    ),
    memberships: {
      groupsOf: async () => groups?.map(group => `group:default/${group}`),
    },
    knownActions: {
      list: async () => [
        'github:repo:create',
        'okta:create-user',
        'fetch:plain',
      ],
    },
    roleMembers: {
      membersOf: async refs =>
        refs.map(ref => `user:default/someone of ${ref}`),
    },
  });
  const attributes = { action: 'update' as const };
  return policy.handle(
    {
      permission: resourceType
        ? createPermission({ name, attributes, resourceType })
        : createPermission({ name, attributes }),
    },
    {
      credentials: mockCredentials.user(LENA),
      info: {
        userEntityRef: LENA,
        ownershipEntityRefs: ['group:default/admins'],
      },
    },
  );
}

const conditions = async (...args: Parameters<typeof decide>) => {
  const decision = await decide(...args);
  return 'conditions' in decision ? decision.conditions : decision.result;
};

describe('PorticoPermissionPolicy', () => {
  it.each([
    ['somebody who left', undefined, 'catalog.entity.read', 'DENY'],
    ['somebody who left', undefined, 'portico.github.write', 'DENY'],
    ['a newcomer', [], 'scaffolder.task.create', 'DENY'],
    ['a newcomer', [], 'scaffolder.action.execute', 'DENY'],
    ['a newcomer', [], 'some.new.read', 'DENY'],
    ['an engineer', ['engineers'], 'scaffolder.task.create', 'ALLOW'],
    ['an engineer', ['engineers'], 'portico.github.write', 'ALLOW'],
    [
      'an engineer',
      ['engineers'],
      'portico.entity.foreign:portico.github.write',
      'DENY',
    ],
    ['an engineer', ['engineers'], 'portico.okta.write', 'DENY'],
    ['an engineer', ['engineers'], 'some.new.permission', 'DENY'],
    [
      'an engineer, without an owner to compare',
      ['engineers'],
      'other.write',
      'DENY',
    ],
    [
      'people operations',
      ['hr'],
      'portico.entity.foreign:portico.okta.write',
      'ALLOW',
    ],
    ['an admin', ['admins'], 'some.new.permission', 'ALLOW'],
    [
      'an admin',
      ['admins'],
      'portico.entity.foreign:portico.github.write',
      'ALLOW',
    ],
  ] as const)('%s %j: %s is %s', async (_who, groups, name, result) => {
    await expect(decide(name, groups && [...groups])).resolves.toEqual({
      result: AuthorizeResult[result],
    });
  });

  it('goes by the groups of the catalog, not by those of the token', async () => {
    await expect(decide('some.new.permission', [])).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
  });

  it('lets people change what they or their groups own', async () => {
    await expect(
      conditions(
        'catalog.entity.delete',
        ['engineers', 'commerce'],
        'catalog-entity',
      ),
    ).resolves.toMatchObject({
      rule: 'IS_ENTITY_OWNER',
      params: {
        claims: [LENA, 'group:default/engineers', 'group:default/commerce'],
      },
    });
  });

  it('shows people what their own groups cost', async () => {
    await expect(
      decide('cost.subject.read', ['engineers', 'commerce'], 'cost-subject'),
    ).resolves.toMatchObject({
      pluginId: 'cost',
      conditions: {
        rule: 'IS_COST_OF_OWNED',
        params: {
          claims: [LENA, 'group:default/engineers', 'group:default/commerce'],
        },
      },
    });
  });

  it('shows of the templates those that one may run', async () => {
    const read = (groups: string[]) =>
      conditions('catalog.entity.read', groups, 'catalog-entity');
    const isTemplate = {
      rule: 'IS_ENTITY_KIND',
      params: { kinds: ['Template'] },
    };
    await expect(read([])).resolves.toMatchObject({ not: isTemplate });
    await expect(read(['engineers'])).resolves.toMatchObject({
      anyOf: [
        { not: isTemplate },
        {
          allOf: [
            isTemplate,
            { params: { key: 'namespace', value: 'default' } },
            { params: { key: 'name', value: 'new-service' } },
          ],
        },
      ],
    });
    await expect(read(['admins'])).resolves.toBe(AuthorizeResult.ALLOW);
  });

  it('spells out which actions a wildcard means', async () => {
    await expect(
      conditions(
        'scaffolder.action.execute',
        ['engineers', 'hr'],
        'scaffolder-action',
      ),
    ).resolves.toMatchObject({
      anyOf: [
        { params: { actionId: 'github:repo:create' } },
        { params: { actionId: 'okta:create-user' } },
      ],
    });
  });

  it('shows a task to whoever started it, and to the role that shares it', async () => {
    const read = (groups: string[]) =>
      conditions('scaffolder.task.read', groups, 'scaffolder-task');
    await expect(read(['engineers'])).resolves.toMatchObject({
      params: { createdBy: [LENA] },
    });
    await expect(read(['hr'])).resolves.toMatchObject({
      params: { createdBy: [LENA, 'user:default/someone of group:default/hr'] },
    });
    await expect(
      conditions('scaffolder.task.cancel', ['hr'], 'scaffolder-task'),
    ).resolves.toMatchObject({ params: { createdBy: [LENA] } });
  });
});
