import { mockServices } from '@backstage/backend-test-utils';
import { readRules } from './readRules';

const rule = { allow: ['catalog.entity.read'], to: ['everyone'], on: 'any' };

function read(permissions: object) {
  return readRules(
    mockServices.rootConfig({ data: { portico: { permissions } } }),
  );
}

describe('readRules', () => {
  it('reads roles with short and full references, and rules', () => {
    const roles = { engineer: ['engineers', 'group:people/makers'] };
    const run = { allow: ['template:new-service'], to: ['engineer'] };
    expect(read({ roles, rules: [rule, run] })).toEqual({
      roles: new Map([
        ['engineer', ['group:default/engineers', 'group:people/makers']],
      ]),
      rules: [rule, { ...run, on: undefined }],
    });
  });

  it('allows nothing where nothing is configured', () => {
    expect(readRules(mockServices.rootConfig()).rules).toEqual([]);
  });

  it.each([
    [
      'an unknown role',
      { ...rule, to: ['enginer'] },
      /rules\[1\]\.to: .*'enginer'.*everyone, engineer/,
    ],
    [
      'an unknown key',
      { ...rule, deny: ['x'] },
      /rules\[1\]: .*'deny'.*allow, to, on/,
    ],
    ['an unknown reach', { ...rule, on: 'mine' }, /rules\[1\]\.on: 'mine'/],
    [
      'a permission of no reach',
      { allow: rule.allow, to: rule.to },
      /rules\[1\]: 'catalog.entity.read'.*on: own/,
    ],
    [
      'a part of a template name',
      { ...rule, allow: ['template:user-*'] },
      /rules\[1\]\.allow: 'template:user-\*'/,
    ],
    [
      'a shared reach of what is no task',
      { ...rule, on: 'role' },
      /rules\[1\]\.on: 'role'.*'catalog.entity.read'/,
    ],
    ['no list of names', { ...rule, allow: 'x' }, /allow/],
    ['nobody', { allow: rule.allow, on: 'any' }, /rules\[1\]\.to/],
  ])('stops at a rule with %s and says where', (_what, broken, message) => {
    expect(() =>
      read({ roles: { engineer: ['engineers'] }, rules: [rule, broken] }),
    ).toThrow(message);
  });

  it.each([
    [{ rule: [rule] }, /portico\.permissions: .*'rule'.*roles, rules/],
    [{ roles: { everyone: ['staff'] } }, /'everyone' always means/],
  ])('stops at %j', (permissions, message) => {
    expect(() => read(permissions)).toThrow(message);
  });
});
