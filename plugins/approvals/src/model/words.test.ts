import type { Approval, ChangeKind } from '@portico/plugin-approvals-common';
import { inHours, largerOrdersDb, ordersDb } from '../__testUtils__/ordersDb';
import { approveLabel, happensWords, nextWords } from './changeWords';
import { compareChanges } from './compareChanges';
import { costComparison, formatDifference, formatMoney } from './money';
import { expiryWords } from './moments';
import { listNames } from './names';
import { badgeOf } from './stateWords';

const now = new Date('2026-11-20T14:02:31Z');

describe('the words for money', () => {
  it.each([
    ['187.2', '187.20'],
    ['1234567.5', '1,234,567.50'],
    ['-0.80', '−0.80'],
  ])('%s reads %s', (amount, words) => {
    expect(formatMoney(amount)).toBe(words);
  });

  it.each([
    ['187.20', '301.60', '+114.40'],
    ['301.60', '187.20', '−114.40'],
    ['5', '5.00', 'no change'],
  ])('from %s to %s is %s', (before, after, words) => {
    expect(formatDifference(before, after)).toBe(words);
  });

  it('compares with the budget where there is one', () => {
    expect(costComparison(largerOrdersDb.cost!, 'orders')).toEqual({
      overBudget: true,
      words: '+114.40; orders at 525',
      budget: 'over a budget of 400',
    });
    const { entityMonthlyBudget, ...without } = largerOrdersDb.cost!;
    expect(costComparison(without, 'orders').words).toBe(
      '+114.40; orders at 525',
    );
    expect(
      costComparison(
        { ...largerOrdersDb.cost!, entityMonthlyBefore: '410.60' },
        'orders',
      ).words,
    ).toBe('+114.40; orders from 411 to 525');
    const { entityMonthlyAfter, ...unknown } = without;
    expect(costComparison(unknown, 'orders').words).toBe('+114.40');
  });
});

describe('the words for what happens', () => {
  it.each<[ChangeKind, string, string]>([
    ['terraform-plan', 'Approve this plan', 'The flow goes on at once'],
    ['deployment', 'Approve this deployment', 'Brings in exactly this'],
    ['removal', 'Approve this removal', 'Removes exactly this'],
    ['access', 'Approve this access', 'Gives exactly this access'],
    ['other', 'Approve this change', 'The flow goes on at once'],
  ])('of a %s', (kind, label, next) => {
    const change = { ...largerOrdersDb, kind, plan: undefined };
    expect(approveLabel({ change })).toBe(label);
    expect(nextWords({ change })).toContain(next);
  });

  it('count commits', () => {
    const commits = [{ sha: '1', title: 'Add carts' }];
    expect(happensWords({ kind: 'deployment', commits })).toBe(
      'Deploys 1 commit',
    );
  });
});

describe('the words for time', () => {
  it.each([
    ['2026-11-21T13:58:31Z', 'expires in 23\u00a0h 56\u00a0min'],
    ['2026-11-20T14:03:43Z', 'expires in 1\u00a0min 12\u00a0s'],
    ['2026-11-20T14:02:31Z', 'expired'],
  ])('until %s: %s', (expiresAt, words) => {
    expect(expiryWords(expiresAt, now)).toBe(words);
  });
});

describe('the verdict', () => {
  const stranger = { mayDecide: [], mayWithdraw: false, mayRemind: false };
  const replanned = {
    ...largerOrdersDb,
    plan: { ...largerOrdersDb.plan!, fresh: false },
  };
  it.each<[string, Partial<Approval>]>([
    ['Waits for you', {}],
    ['Waits for Platform', { viewer: stranger }],
    ['Being planned again', { change: replanned }],
    ['Approved', { state: 'approved' }],
    ['Refused', { state: 'refused' }],
    ['Expired', { state: 'expired' }],
    ['Expired', { state: 'waiting', expiresAt: inHours(-1) }],
    ['Planned again', { state: 'superseded' }],
    ['Withdrawn', { state: 'withdrawn' }],
    ['Applied', { state: 'applied', usedAt: inHours(0) }],
  ])('%s', (word, changes) => {
    expect(badgeOf(ordersDb(changes), new Date()).word).toBe(word);
  });
});

it('names a few and counts the rest', () => {
  const refs = ['user:default/a', 'user:default/b', 'user:default/c'];
  expect(listNames(refs, { 'user:default/a': 'Ada' }, 2)).toBe(
    'Ada, b and 1 more',
  );
});

describe('what a new plan does otherwise', () => {
  it('is nothing where it does the same', () => {
    expect(compareChanges(largerOrdersDb, largerOrdersDb)).toEqual([]);
  });

  it('names actions, attributes and resources', () => {
    const [, group, instance, ...rest] = largerOrdersDb.resources;
    const after = {
      ...largerOrdersDb,
      resources: [
        { ...group, action: 'destroy' as const },
        {
          ...instance,
          attributes: [{ ...instance.attributes[0], after: '"db.m6g.xlarge"' }],
        },
        { ...group, address: 'aws_s3_bucket.dump' },
        ...rest,
      ],
    };
    expect(compareChanges(largerOrdersDb, after)).toEqual([
      'aws_db_parameter_group.orders: destroy, not replace',
      'aws_db_instance.orders: instance_class becomes "db.m6g.xlarge", not "db.m6g.large"',
      'aws_s3_bucket.dump: replace, new',
      'aws_cloudwatch_metric_alarm.orders_cpu_legacy: no longer touched',
    ]);
  });
});
