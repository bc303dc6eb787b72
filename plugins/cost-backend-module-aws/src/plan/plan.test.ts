import { chargeCategoryOf } from './recordTypes';
import { cellsOf, filterOf } from './Cell';
import { addsUp, overviewOf } from './Overview';
import { sellersOf } from '../rows/sellers';
import { serviceCategoryOf } from '../rows/serviceCategory';

const group = (keys: string[], billed = 1n, effective = billed) => ({
  day: '2026-11-01',
  keys,
  billed,
  effective,
  currency: 'USD',
});

it.each([
  ['Usage', 'Usage'],
  ['DiscountedUsage', 'Usage'],
  ['SavingsPlanCoveredUsage', 'Usage'],
  ['SavingsPlanNegation', 'Usage'],
  ['SavingsPlanRecurringFee', 'Purchase'],
  ['Savings Plan Upfront Fee', 'Purchase'],
  ['RIFee', 'Purchase'],
  ['Fee', 'Purchase'],
  ['Tax', 'Tax'],
  ['Credit', 'Credit'],
  ['Refund', 'Credit'],
  ['Enterprise Discount Program Discount', 'Adjustment'],
  ['Other out-of-cycle charges', 'Adjustment'],
])('calls %s %s', (recordType, category) => {
  expect(chargeCategoryOf(recordType)).toBe(category);
});

describe('what is asked for', () => {
  const overview = overviewOf([
    group(['1', 'Usage']),
    group(['1', 'SavingsPlanCoveredUsage'], 5n, 3n),
    group(['1', 'SavingsPlanNegation'], -5n, 0n),
    group(['1', 'Refund'], -2n),
    group(['1', 'Credit'], -3n),
    group(['2', 'Tax'], 0n),
    group(['2', 'Usage']),
  ]);

  it('is usage as a whole and all else by its kind, of each account; nothing that costs nothing', () => {
    const cells = cellsOf(overview, true);
    expect(
      cells.map(it => [it.accountId, it.chargeCategory, it.recordTypes]),
    ).toEqual([
      [
        '1',
        'Usage',
        ['Usage', 'SavingsPlanCoveredUsage', 'SavingsPlanNegation'],
      ],
      ['1', 'Credit', ['Refund']],
      ['1', 'Credit', ['Credit']],
      ['2', 'Usage', ['Usage']],
    ]);
    expect(filterOf(cells[1], [])).toEqual({
      And: [
        { Dimensions: { Key: 'RECORD_TYPE', Values: ['Refund'] } },
        { Dimensions: { Key: 'LINKED_ACCOUNT', Values: ['1'] } },
      ],
    });
  });

  it('is one request for all accounts where nothing tells owners apart', () => {
    const cells = cellsOf(overview, false);
    expect(cells).toHaveLength(3);
    expect(filterOf(cells[1], [])).toEqual({
      Dimensions: { Key: 'RECORD_TYPE', Values: ['Refund'] },
    });
  });
});

it('lets a cent of rounding pass, and no more', () => {
  const overview = overviewOf([group(['1', 'Usage'], 30_000_000n)]);
  const add = (billed: bigint) =>
    addsUp(overview, { billed, effective: 30_000_000n });
  expect([add(20_000_000n), add(40_000_000n)]).toEqual([true, true]);
  expect([add(19_999_999n), add(40_000_001n)]).toEqual([false, false]);
});

it('names who sells, without the form of the company', () => {
  expect([
    ...sellersOf([
      group(['AWS Lambda', 'Amazon Web Services EMEA SARL']),
      group(['Amazon S3', 'Amazon Web Services, Inc.']),
      group(['Datadog Pro', 'Datadog, Inc.']),
      group(['Tax', '']),
    ]).values(),
  ]).toEqual(['AWS', 'AWS', 'Datadog', 'AWS']);
});

it.each([
  ['Amazon Elastic Compute Cloud - Compute', 'Compute'],
  ['Amazon Elastic Container Service for Kubernetes', 'Compute'],
  ['AWS Lambda', 'Compute'],
  ['EC2 - Other', 'Networking'],
  ['Amazon Relational Database Service', 'Databases'],
  ['Amazon ElastiCache', 'Databases'],
  ['Amazon Simple Storage Service', 'Storage'],
  ['Amazon Managed Streaming for Apache Kafka', 'Integration'],
  ['Amazon OpenSearch Service', 'Analytics'],
  ['AmazonCloudWatch', 'Management and Governance'],
  ['Savings Plans for AWS Compute usage', 'Compute'],
  ['Amazon Bedrock', 'AI and Machine Learning'],
  ['AWS Key Management Service', 'Security'],
  ['Amazon Cognito', 'Identity'],
  ['Tax', 'Other'],
])('%s is for %s', (service, category) => {
  expect(serviceCategoryOf(service)).toBe(category);
});
