import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type Permission,
} from '@backstage/plugin-permission-common';
import { approvalsPermissions } from '@portico/plugin-approvals-common';
import { costPermissions } from '@portico/plugin-cost-common';
import { flowsPermissions } from '@portico/plugin-flows-common';
import { grafanaPermissions } from '@portico/plugin-grafana-common';
import { healthPermissions } from '@portico/plugin-health-common';
import { sourcesPermissions } from '@portico/plugin-sources-common';
import { personOf, ROLES, targetOf, type Role } from './__testUtils__/people';
import {
  startPortal,
  waitForEntities,
  type Portal,
} from './__testUtils__/startPortal';

type Allowed = Partial<Record<Role | 'everyone', 'all' | 'some'>>;

const READ: Allowed = { everyone: 'all' };
const MEMBERS: Allowed = {
  engineer: 'all',
  security: 'all',
  'people-ops': 'all',
  finance: 'all',
};
const ENGINEER: Allowed = { engineer: 'all' };
const PEOPLE_OPS: Allowed = { 'people-ops': 'all' };
const RUNS_FLOWS: Allowed = { ...ENGINEER, ...PEOPLE_OPS };
const PLATFORM_ONLY: Allowed = {};

/** Who has which permission, besides the platform team: on all, or on some things. */
const EXPECTED: Record<string, Allowed> = {
  'approvals.approval.decide': MEMBERS,
  'approvals.approval.delegate': MEMBERS,
  'approvals.approval.manage': PLATFORM_ONLY,
  'approvals.approval.read': MEMBERS,
  'approvals.approval.read-all': PLATFORM_ONLY,
  'approvals.approval.request': RUNS_FLOWS,
  'catalog.entity.create': ENGINEER,
  'catalog.entity.delete': { engineer: 'some' },
  'catalog.entity.read': { everyone: 'some' },
  'catalog.entity.refresh': { engineer: 'some' },
  'catalog.entity.validate': READ,
  'catalog.ingestion.manage': PLATFORM_ONLY,
  'catalog.ingestion.read': PLATFORM_ONLY,
  'catalog.location.analyze': READ,
  'catalog.location.create': ENGINEER,
  'catalog.location.delete': PLATFORM_ONLY,
  'catalog.location.read': READ,
  'cost.anomaly.resolve': { engineer: 'some', finance: 'all' },
  'cost.bill.read': { finance: 'all' },
  'cost.source.collect': PLATFORM_ONLY,
  'cost.subject.read': { engineer: 'some', finance: 'all' },
  'grafana.alert.silence': { engineer: 'some' },
  'health.alert.silence': { engineer: 'some' },
  'health.incident.acknowledge': { engineer: 'some' },
  'health.on-call.page': { engineer: 'some' },
  'portico.argocd.write': ENGINEER,
  'portico.aws-identity.write': PEOPLE_OPS,
  'portico.cleanup.run': PLATFORM_ONLY,
  'portico.email.send': PEOPLE_OPS,
  'portico.entity.foreign': PLATFORM_ONLY,
  'portico.github-issue.write': PEOPLE_OPS,
  'portico.github-team.write': PEOPLE_OPS,
  'portico.github.write': ENGINEER,
  'portico.grafana.write': ENGINEER,
  'portico.okta.write': PEOPLE_OPS,
  'portico.terraform.apply': ENGINEER,
  'portico.terraform.destroy': PLATFORM_ONLY,
  'scaffolder.action.execute': { engineer: 'some', 'people-ops': 'some' },
  'scaffolder.task.cancel': { everyone: 'some' },
  'scaffolder.task.create': RUNS_FLOWS,
  'scaffolder.task.read': { everyone: 'some' },
  'scaffolder.template.dry-run': PLATFORM_ONLY,
  'scaffolder.template.management': PLATFORM_ONLY,
  'scaffolder.template.parameter.read': READ,
  'scaffolder.template.step.read': READ,
  'sources.source.check': PLATFORM_ONLY,
  'sources.source.read': MEMBERS,
};

const WORDS = {
  [AuthorizeResult.ALLOW]: 'all',
  [AuthorizeResult.CONDITIONAL]: 'some',
  [AuthorizeResult.DENY]: undefined,
};

describe('who has which permission', () => {
  let portal: Portal;
  const permissions = new Map<string, Permission>();
  beforeAll(async () => {
    portal = await startPortal();
    await waitForEntities(portal, 'kind=user', ROLES.length);
    for (const plugin of ['catalog', 'scaffolder']) {
      const response = await portal.fetchAs(
        'platform',
        `/api/${plugin}/.well-known/backstage/permissions/metadata`,
      );
      const body = (await response.json()) as { permissions: Permission[] };
      body.permissions.forEach(item => permissions.set(item.name, item));
    }
    [
      ...flowsPermissions,
      ...approvalsPermissions,
      ...costPermissions,
      ...grafanaPermissions,
      ...healthPermissions,
      ...sourcesPermissions,
    ].forEach(item => permissions.set(item.name, item));
  }, 240_000);
  afterAll(() => portal?.stop());

  const decide = async (name: string, role: Role) => {
    const [{ result }] = await portal.permissions.authorizeConditional(
      [{ permission: permissions.get(name)! as never }],
      { credentials: mockCredentials.user(personOf(role)) },
    );
    return WORDS[result];
  };

  it('says it of each permission', () => {
    expect([...permissions.keys()].sort()).toEqual(Object.keys(EXPECTED));
  });

  it.each(Object.entries(EXPECTED))('%s', async (name, allowed) => {
    for (const role of ROLES) {
      const expected =
        role === 'platform' ? 'all' : allowed[role] ?? allowed.everyone;
      expect([role, await decide(name, role)]).toEqual([role, expected]);
    }
  });

  it('lets engineers answer to incidents of what their own teams own, and of nothing else', async () => {
    const answers = [...healthPermissions, ...grafanaPermissions];
    const may = async (role: Role, whose: 'own' | 'foreign') => {
      const target = targetOf(role, whose);
      const decisions = await portal.permissions.authorize(
        answers.map(permission => ({
          permission,
          resourceRef: target.entityRef,
        })),
        { credentials: mockCredentials.user(personOf(role)) },
      );
      return decisions.map(({ result }) => result);
    };
    const allow = answers.map(() => AuthorizeResult.ALLOW);
    const deny = answers.map(() => AuthorizeResult.DENY);
    await waitForEntities(portal, 'kind=component', ROLES.length);
    expect(await may('engineer', 'own')).toEqual(allow);
    expect(await may('engineer', 'foreign')).toEqual(deny);
    expect(await may('platform', 'foreign')).toEqual(allow);
    expect(await may('finance', 'own')).toEqual(deny);
  });

  it('takes a right away within seconds after the catalog lost the membership', async () => {
    expect(await decide('portico.github.write', 'engineer')).toBe('all');
    await portal.setGroups('engineer', ['commerce']);
    const before = Date.now();
    while (await decide('portico.github.write', 'engineer')) {
      await new Promise(resolve => setTimeout(resolve, 250));
    }
    expect(Date.now() - before).toBeLessThan(60_000);
  }, 240_000);
});
