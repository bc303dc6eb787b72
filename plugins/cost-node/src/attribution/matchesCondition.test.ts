import type { CostRow } from '../CostRow';
import { matchesCondition } from './matchesCondition';

const row = {
  providerName: 'AWS',
  subAccountId: '123456789012',
  subAccountName: 'staging',
  serviceName: 'Amazon S3',
  resourceId: 'arn:aws:s3:::orders-invoices-eu',
  regionId: 'eu-west-1',
  tags: { service: 'orders' },
} as unknown as CostRow;

describe('matchesCondition', () => {
  it.each([
    ['tag', 'orders', true],
    ['tag', 'order', false],
    ['account', '123456789012', true],
    ['account', 'staging', true],
    ['service', 'Amazon*', true],
    ['resource', 'arn:aws:s3:::orders-*', true],
    ['resource', '*orders*eu', true],
    ['resource', '*eu*eu', false],
    ['resource', 'arn*arn', false],
    ['region', 'eu-west-*', true],
    ['region', 'us-*', false],
    ['provider', '*', true],
  ] as const)('%s=%s: %s', (on, value, matches) => {
    expect(matchesCondition(row, { on, key: 'service', value })).toBe(matches);
  });

  it('does not take a value that is absent for one', () => {
    const bare = { ...row, regionId: undefined, tags: {} } as CostRow;
    expect(matchesCondition(bare, { on: 'region', value: '*' })).toBe(false);
    expect(matchesCondition(bare, { on: 'tag', key: 'x', value: '*' })).toBe(
      false,
    );
  });
});
