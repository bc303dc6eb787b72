import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { githubWritePermission } from '@portico/plugin-flows-common';
import { PorticoPermissionPolicy } from './PorticoPermissionPolicy';
import { readRoleGroups } from './roles';

const LENA = 'user:default/lena.fischer';

function decide(
  name: string,
  groups: string[] | undefined,
  action?: 'read' | 'create' | 'update' | 'delete',
) {
  const policy = new PorticoPermissionPolicy({
    userInfo: mockServices.userInfo.mock({
      getUserInfo: async () => ({
        userEntityRef: LENA,
        ownershipEntityRefs: [LENA, ...(groups ?? [])],
      }),
    }),
    roles: readRoleGroups(mockServices.rootConfig()),
  });
  return policy.handle(
    { permission: createPermission({ name, attributes: { action } }) },
    groups && {
      credentials: mockCredentials.user(LENA),
      info: { userEntityRef: LENA, ownershipEntityRefs: [] },
    },
  );
}

const ENGINEER = ['group:default/engineers', 'group:default/commerce'];
const ADMIN = ['group:default/platform-admins'];

describe('PorticoPermissionPolicy', () => {
  it.each([
    ['someone not signed in', 'catalog.entity.read', undefined, 'read', 'DENY'],
    ['a newcomer', 'catalog.entity.read', [], 'read', 'ALLOW'],
    ['a newcomer', 'scaffolder.template.parameter.read', [], 'read', 'ALLOW'],
    ['a newcomer', 'scaffolder.task.create', [], 'create', 'DENY'],
    ['a newcomer', githubWritePermission.name, [], 'update', 'DENY'],
    ['a newcomer', 'catalog.entity.delete', [], 'delete', 'DENY'],
    ['a newcomer', 'kubernetes.proxy', [], undefined, 'DENY'],
    ['an engineer', 'scaffolder.task.create', ENGINEER, 'create', 'ALLOW'],
    ['an engineer', githubWritePermission.name, ENGINEER, 'update', 'ALLOW'],
    [
      'an engineer',
      'scaffolder.template.management',
      ENGINEER,
      undefined,
      'DENY',
    ],
    ['an engineer', 'some.new.permission', ENGINEER, 'update', 'DENY'],
    ['a platform admin', 'some.new.permission', ADMIN, 'delete', 'ALLOW'],
  ] as const)('%s: %s', async (_who, name, groups, action, result) => {
    await expect(decide(name, groups && [...groups], action)).resolves.toEqual({
      result: AuthorizeResult[result],
    });
  });

  it('lets engineers change the entities of their groups alone', async () => {
    await expect(
      decide('catalog.entity.delete', ENGINEER, 'delete'),
    ).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        params: { claims: [LENA, ...ENGINEER] },
      },
    });
  });

  it('shows a task to whoever started it', async () => {
    await expect(
      decide('scaffolder.task.read', ENGINEER, 'read'),
    ).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: { rule: 'IS_TASK_OWNER', params: { createdBy: [LENA] } },
    });
  });

  it('takes the groups of its roles from config', () => {
    const config = mockServices.rootConfig({
      data: { portico: { permissions: { roles: { engineers: ['devs'] } } } },
    });
    expect(readRoleGroups(config)).toEqual({
      platformAdmins: ['group:default/platform-admins'],
      engineers: ['group:default/devs'],
    });
  });
});
