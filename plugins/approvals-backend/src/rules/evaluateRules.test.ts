import { mockServices } from '@backstage/backend-test-utils';
import {
  completeChange,
  type ChangeDraft,
} from '@portico/plugin-approvals-node';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { readApprovalsConfig } from '../config/readApprovalsConfig';
import { evaluateRules } from './evaluateRules';
import type { RuleSubject } from './RuleSubject';

const { approvals: shipped } = parse(
  readFileSync(resolve(__dirname, '../../../../app-config.yaml'), 'utf8'),
);

function read(approvals: object) {
  return readApprovalsConfig(
    mockServices.rootConfig({ data: { approvals } as never }),
  );
}

function subject(
  change: Partial<ChangeDraft> & { increase?: number; currency?: string },
  rest: Partial<RuleSubject> = {},
): RuleSubject {
  const { increase, currency = 'USD', ...draft } = change;
  const { environment = 'production' } = rest;
  return {
    environment,
    entityKind: 'component',
    tier: 'standard',
    owner: 'group:default/commerce',
    tags: [],
    ...rest,
    change: completeChange({
      kind: 'terraform-plan',
      where: { environment },
      ...(increase === undefined
        ? {}
        : {
            cost: {
              monthlyBefore: '10.00',
              monthlyAfter: (10 + increase).toFixed(2),
              currency,
              source: 'test',
            },
          }),
      ...draft,
    }),
  };
}

const one = (action: 'add' | 'change' | 'replace' | 'destroy') => ({
  summary: { add: 0, change: 0, replace: 0, destroy: 0, [action]: 1 },
});

describe('the rules that Portico begins with', () => {
  const config = read(shipped);

  it.each([
    ['a cheap plan', subject({ increase: 5 }), ['Owner']],
    ['exactly 100 USD more', subject({ increase: 100 }), ['Owner']],
    ['a cent more', subject({ increase: 100.01 }), ['Owner', 'Platform']],
    ['savings', subject({ increase: -9 }), ['Owner']],
    [
      'more than 500 USD',
      subject({ increase: 501 }),
      ['Owner', 'Platform', 'Finance'],
    ],
    ['nobody knows the cost', subject({}), ['Owner', 'Platform']],
    [
      'a cost in another currency',
      subject({ increase: 1, currency: 'EUR' }),
      ['Owner', 'Platform'],
    ],
    [
      'a replacement',
      subject({ increase: 0, ...one('replace') }),
      ['Owner', 'Platform'],
    ],
    [
      'something destroyed',
      subject({ increase: 0, ...one('destroy') }),
      ['Owner', 'Platform'],
    ],
    ['something added', subject({ increase: 0, ...one('add') }), ['Owner']],
    ['a deployment', subject({ kind: 'deployment' }), ['Owner']],
    ['access', subject({ kind: 'access' }), ['Security']],
    [
      'access to staging',
      subject({ kind: 'access' }, { environment: 'staging' }),
      [],
    ],
    [
      'a replacement in development',
      subject(
        { increase: 0, ...one('replace') },
        { environment: 'development' },
      ),
      [],
    ],
    [
      '600 USD in development',
      subject({ increase: 600 }, { environment: 'development' }),
      ['Finance'],
    ],
    [
      'a removal in staging',
      subject({ kind: 'removal' }, { environment: 'staging' }),
      ['Owner', 'Platform'],
    ],
    [
      'the removal of a critical service',
      subject(
        { kind: 'removal' },
        { tier: 'critical', environment: 'staging' },
      ),
      ['Owner', 'Platform'],
    ],
  ])('%s', (_what, change, titles) => {
    expect(
      evaluateRules(config, change).requirements.map(({ title }) => title),
    ).toEqual(titles);
  });

  it('says why, once for each rule', () => {
    const { requirements, because } = evaluateRules(
      config,
      subject({ increase: 114.4, ...one('replace') }),
    );
    expect(requirements.map(({ reasons }) => reasons)).toEqual([
      ['production always asks'],
      ['more than 100 USD a month', 'replaces'],
    ]);
    expect(because).toBe(
      "asked by 'production', 'production-cost', 'production-destructive'",
    );
  });
});

describe('rules of one’s own', () => {
  it.each([
    ['entityKind', { entityKind: 'Component' }, true],
    ['entityKind', { entityKind: 'resource' }, false],
    ['tier', { tier: ['critical', 'standard'] }, true],
    ['owner', { owner: 'payments' }, false],
    ['tag', { tag: 'pci' }, true],
    ['template', { template: 'promote' }, true],
    ['template', { template: 'rollback' }, false],
    ['resourceType', { resourceType: 'aws_iam_role' }, true],
    ['resourceType', { resourceType: 'aws_vpc' }, false],
    ['monthlyCostOver', { monthlyCostOver: '10.50' }, true],
    ['monthlyCostOver', { monthlyCostOver: 11 }, false],
    ['all of several', { tag: 'pci', tier: 'critical' }, false],
  ])('%s %j', (_name, when, matches) => {
    const config = read({
      rules: [{ name: 'r', when, requires: [{ group: 'security' }] }],
    });
    const { requirements } = evaluateRules(
      config,
      subject(
        {
          increase: 1,
          resources: [
            {
              address: 'aws_iam_role.a',
              type: 'aws_iam_role',
              name: 'a',
              action: 'add',
              attributes: [],
              unchangedAttributes: 0,
            },
          ],
        },
        { tags: ['pci'], templateRef: 'template:default/promote' },
      ),
    );
    expect(requirements).toHaveLength(matches ? 1 : 0);
  });

  it('add up: the larger count and the shorter time hold', () => {
    const config = read({
      expiresInHours: 48,
      rules: [
        {
          name: 'a',
          when: {},
          requires: [{ group: 'security', count: 2 }],
          expiresInHours: 8,
        },
        { name: 'b', when: {}, requires: [{ group: 'security' }] },
      ],
    });
    expect(evaluateRules(config, subject({}))).toMatchObject({
      requirements: [{ title: 'Security', count: 2, rules: ['a', 'b'] }],
      expiresInHours: 8,
    });
  });

  it.each([
    [{ requires: [{}] }, "needs either 'role: owner'"],
    [
      { requires: [{ role: 'owner', group: 'x' }] },
      "needs either 'role: owner'",
    ],
    [{ requires: [{ group: 'x', count: 0 }] }, "'count' is a number of people"],
    [
      { when: { changeKind: 'deploy' } },
      "'changeKind' is one of terraform-plan",
    ],
    [{ when: { action: 'delete' } }, "'action' is one of add, change"],
    [{ when: { monthlyIncreaseOver: 'a lot' } }, "not 'a lot'"],
  ])('are refused at the start if they make no sense: %j', (part, words) => {
    const rule = { name: 'r', when: {}, requires: [], ...part };
    expect(() => read({ rules: [rule] })).toThrow(words);
    expect(() => read({ rules: [rule] })).toThrow("Rule 'r'");
  });

  it('need names of their own', () => {
    const rule = { name: 'r', when: {}, requires: [] };
    expect(() => read({ rules: [rule, rule] })).toThrow('two rules named');
    expect(() => read({ remindAtPercent: 120 })).toThrow('below 100');
  });
});

describe('a rule on budgets', () => {
  const config = read({
    rules: [
      {
        name: 'budget',
        when: { overBudget: true },
        requires: [{ group: 'finance', title: 'Finance' }],
      },
    ],
  });
  const costing = (
    monthlyAfter: string,
    entityMonthlyAfter?: string,
    entityMonthlyBudget?: string,
  ) =>
    subject({
      cost: {
        monthlyBefore: '10.00',
        monthlyAfter,
        currency: 'USD',
        source: 'test',
        ...(entityMonthlyAfter && { entityMonthlyAfter }),
        ...(entityMonthlyBudget && { entityMonthlyBudget }),
      },
    });

  it.each([
    ['goes over it', costing('20', '401', '400'), true],
    ['just fits', costing('20', '400', '400'), false],
    ['saves, though it is over', costing('9', '500', '400'), false],
    ['has no budget', costing('20', '500'), false],
    ['costs nobody knows what', costing('20', undefined, '400'), false],
    ['has no estimate', subject({}), false],
  ])('looks at what %s', (_, asked, expected) => {
    const { requirements } = evaluateRules(config, asked);
    expect(requirements.map(({ reasons }) => reasons)).toEqual(
      expected ? [['over its budget']] : [],
    );
  });
});
