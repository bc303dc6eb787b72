import {
  GetCostAndUsageCommand,
  GetDimensionValuesCommand,
  GetTagsCommand,
  type Expression,
  type GetCostAndUsageCommandInput,
  type ResultByTime,
} from '@aws-sdk/client-cost-explorer';
import { Bill } from '../../../billing';
import { createWorld } from '../../../world';
import { TestAws } from '../__testUtils__';

const DAY_MS = 86_400_000;
const day = (ago: number) =>
  new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);
const bill = new Bill(createWorld());

describe("Cost Explorer, asked by AWS's own client", () => {
  let aws: TestAws;
  beforeAll(async () => {
    aws = await TestAws.start();
  });
  afterAll(() => aws.stop());

  const ask = (part: Partial<GetCostAndUsageCommandInput>) =>
    aws.costExplorer().send(
      new GetCostAndUsageCommand({
        TimePeriod: { Start: day(20), End: day(10) },
        Granularity: 'DAILY',
        Metrics: ['UnblendedCost', 'AmortizedCost'],
        ...part,
      }),
    );
  /** In millionths, to add without a float. */
  const amount = (text: string | undefined) => Number(text!.replace('.', ''));
  const total = (results: ResultByTime[], metric: string) =>
    results
      .flatMap(({ Groups, Total }) =>
        Groups!.length ? Groups!.map(it => it.Metrics!) : [Total!],
      )
      .reduce((sum, it) => sum + amount(it[metric].Amount), 0);

  it('tells the bill by day, and the same by service, account and tag', async () => {
    const expected = Array.from({ length: 10 }, (_, index) =>
      bill.day(day(20 - index), day(0)),
    ).flat();
    const sum = (of: 'billedCost' | 'effectiveCost') =>
      expected.reduce((all, charge) => all + charge[of], 0);
    for (const GroupBy of [
      undefined,
      [{ Type: 'DIMENSION' as const, Key: 'SERVICE' }],
      [
        { Type: 'DIMENSION' as const, Key: 'LINKED_ACCOUNT' },
        { Type: 'TAG' as const, Key: 'service' },
      ],
    ]) {
      let token: string | undefined;
      const results: ResultByTime[] = [];
      do {
        const page = await ask({ GroupBy, NextPageToken: token });
        results.push(...page.ResultsByTime!);
        token = page.NextPageToken;
      } while (token);
      expect(results.map(it => it.TimePeriod!.Start)).toEqual(
        Array.from({ length: 10 }, (_, index) => day(20 - index)),
      );
      expect(total(results, 'UnblendedCost')).toBe(sum('billedCost'));
      expect(total(results, 'AmortizedCost')).toBe(sum('effectiveCost'));
    }
  });

  it('names what has no tag with an empty value, and accounts by their names', async () => {
    const { ResultsByTime, DimensionValueAttributes } = await ask({
      GroupBy: [
        { Type: 'TAG', Key: 'service' },
        { Type: 'DIMENSION', Key: 'LINKED_ACCOUNT' },
      ],
    });
    const keys = ResultsByTime![0].Groups!.map(({ Keys }) => Keys);
    expect(keys).toContainEqual(['service$', '555566667777']);
    expect(keys).toContainEqual(['service$orders', '777788889999']);
    expect(DimensionValueAttributes).toContainEqual({
      Value: '777788889999',
      Attributes: { description: 'mini-org-production' },
    });
  });

  it('filters, and says by month what it says by day', async () => {
    const Filter: Expression = {
      And: [
        { Tags: { Key: 'team', Values: ['commerce'] } },
        { Not: { Dimensions: { Key: 'RECORD_TYPE', Values: ['Credit'] } } },
      ],
    };
    const days = await ask({ Filter });
    const months = await ask({ Filter, Granularity: 'MONTHLY' });
    expect(months.ResultsByTime!.length).toBeLessThan(3);
    expect(total(months.ResultsByTime!, 'AmortizedCost')).toBe(
      total(days.ResultsByTime!, 'AmortizedCost'),
    );
    expect(total(days.ResultsByTime!, 'AmortizedCost')).toBeGreaterThan(0);
  });

  it('marks days that may still change', async () => {
    const { ResultsByTime } = await ask({
      TimePeriod: { Start: day(5), End: day(0) },
    });
    expect(ResultsByTime!.map(it => it.Estimated)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it('lists tags and values of dimensions', async () => {
    const TimePeriod = { Start: day(3), End: day(1) };
    const tags = await aws
      .costExplorer()
      .send(new GetTagsCommand({ TimePeriod, TagKey: 'team' }));
    expect(tags.Tags).toEqual(expect.arrayContaining(['', 'commerce', 'data']));
    const keys = await aws
      .costExplorer()
      .send(new GetTagsCommand({ TimePeriod }));
    expect(keys.Tags).toEqual(expect.arrayContaining(['service', 'team']));
    const services = await aws
      .costExplorer()
      .send(
        new GetDimensionValuesCommand({ TimePeriod, Dimension: 'SERVICE' }),
      );
    expect(services.DimensionValues!.map(it => it.Value)).toContain(
      'Amazon Relational Database Service',
    );
  });

  it.each([
    [{ TimePeriod: { Start: day(1), End: day(2) } }, 'Start date'],
    [{ TimePeriod: { Start: '2020-01-01', End: day(0) } }, 'historical data'],
    [{ Metrics: ['Money'] }, 'Metric Money is not valid'],
    [
      {
        GroupBy: ['SERVICE', 'REGION', 'USAGE_TYPE'].map(Key => ({
          Type: 'DIMENSION' as const,
          Key,
        })),
      },
      'exceeds the limit of 2',
    ],
    [{ Filter: {} }, 'exactly one of'],
    [{ NextPageToken: 'x' }, 'Invalid next page token'],
  ] satisfies [Partial<GetCostAndUsageCommandInput>, string][])(
    'refuses %j',
    async (part, why) => {
      await expect(ask(part)).rejects.toThrow(why);
    },
  );
});
